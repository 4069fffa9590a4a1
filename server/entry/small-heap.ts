import { setFlagsFromString } from 'node:v8'

/*
 * What the server keeps is small, but under load V8 lets its heap grow to several times that
 * before it looks. `npm start` bounds the nursery as well, which can only be done from outside.
 */
setFlagsFromString('--heap-growing-percent=20')
