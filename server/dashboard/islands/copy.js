/* Buttons that copy the text of a field: `data-copies` names it, `data-said` is what is said then. */

for (const button of document.querySelectorAll('[data-copies]')) {
  const field = document.getElementById(button.dataset.copies)
  button.hidden = false
  button.addEventListener('click', async () => {
    field.select()
    try {
      await navigator.clipboard.writeText(field.value)
    } catch {
      // Without https there is no clipboard; what is selected can still be copied.
      document.execCommand('copy')
    }
    button.nextElementSibling.textContent = button.dataset.said
  })
}
