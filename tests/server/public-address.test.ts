import { expect, test } from 'vitest'
import { openPublicAddress } from '../../server/domain/public-address.ts'
import { openedAccounts } from '../support/opened-accounts.ts'

test('the address by which a browser set the server up is kept, also for the next start', async () => {
  const { store } = await openedAccounts()
  const address = await openPublicAddress(store, undefined)
  expect(address.get()).toBeUndefined()
  await address.learn('https://tanggapan.desa.go.id')
  expect(address.get()).toBe('https://tanggapan.desa.go.id')
  // Whoever comes later by another name changes nothing.
  await address.learn('https://lain.example')
  expect(address.get()).toBe('https://tanggapan.desa.go.id')
  const next = await openPublicAddress(store, undefined)
  expect(next.get()).toBe('https://tanggapan.desa.go.id')
})

test('one that was configured goes before what was learnt, and stays', async () => {
  const { store } = await openedAccounts()
  await (await openPublicAddress(store, undefined)).learn('https://lama.example')
  const address = await openPublicAddress(store, 'https://tanggapan.desa.go.id')
  expect(address.get()).toBe('https://tanggapan.desa.go.id')
  await address.learn('https://lain.example')
  expect(address.get()).toBe('https://tanggapan.desa.go.id')
})
