/**
 * HMAC-SHA256 of a message (as UTF-8) under a key, 32 bytes. Passed in by `entry/`:
 * synchronous, since WebCrypto's asynchronous one costs four times as much a call.
 */
export type Mac = (key: Uint8Array, message: string | Uint8Array) => Uint8Array
