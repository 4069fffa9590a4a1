/* As a careless offline page: whatever a script fetches is answered with HTML. */
addEventListener('install', () => skipWaiting())
addEventListener('activate', (event) => event.waitUntil(clients.claim()))
addEventListener('fetch', (event) => {
  if (event.request.destination) return
  const page = new Response('<!doctype html><h1>Anda sedang luring</h1>', {
    headers: { 'Content-Type': 'text/html' },
  })
  event.respondWith(page)
})
