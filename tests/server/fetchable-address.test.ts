import { expect, test } from 'vitest'
import { type IpAddress, parseIpAddress } from '../../server/domain/client/ip-address.ts'
import { addressRefusal } from '../../server/domain/verification/fetchable-address.ts'

const refusal = (text: string, intranet: boolean) =>
  addressRefusal(parseIpAddress(text) as IpAddress, intranet)

test.each([
  ...['8.8.8.8', '103.28.12.1', '1.1.1.1', '172.15.255.255', '172.32.0.0', '100.63.0.1'],
  ...['2606:4700::1111', '2400:cb00::1', '64:ff9b::808:808', '::ffff:8.8.8.8'],
])('%s is open to every site', (text) => {
  expect(refusal(text, false)).toBeNull()
  expect(refusal(text, true)).toBeNull()
})

test.each([
  ...['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.0.1', '127.8.8.8', '100.64.0.1'],
  ...['::1', 'fc00::1', 'fdff::1', '::ffff:192.168.0.1', '64:ff9b::10.0.0.1'],
])('%s is open to an intranet alone', (text) => {
  expect(refusal(text, false)).toBe('private-address')
  expect(refusal(text, true)).toBeNull()
})

test.each([
  ...['0.0.0.0', '0.1.2.3', '169.254.169.254', '169.254.0.1', '192.0.0.8', '192.0.2.1'],
  ...['192.88.99.1', '198.18.0.1', '198.19.255.255', '198.51.100.1', '203.0.113.9', '224.0.0.1'],
  ...['239.255.255.255', '240.0.0.1', '255.255.255.255', '100.100.100.200', '168.63.129.16'],
  ...['::', 'fe80::1', 'fec0::1', 'ff02::1', '100::1', '::10.0.0.1', '2001:db8::1', '2001::1'],
  ...['2002:a00:1::', '3fff::1', '64:ff9b:1::a00:1', 'fd00:ec2::254', '4000::1'],
])('%s is open to nobody', (text) => {
  expect(refusal(text, false)).toBe('forbidden-address')
  expect(refusal(text, true)).toBe('forbidden-address')
})
