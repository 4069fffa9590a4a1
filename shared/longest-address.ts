/** Longest address read from a request, in characters; a key is at most 512 bytes. */
export const LONGEST_ADDRESS = 1024
