import { resetPassword, resetTwoFactor, setupCode } from './accounts.ts'
import { backup } from './backup.ts'
import { exportChainOperation } from './export-chain.ts'
import { importOperation } from './import.ts'
import { office } from './office.ts'
import type { FileOperation, Operation } from './operation.ts'
import { purge } from './purge.ts'
import { recountOperation } from './recount.ts'
import { restore } from './restore.ts'
import { rollback } from './rollback.ts'
import { sample } from './sample.ts'
import { token } from './token.ts'
import { verifyChainOperation } from './verify-chain.ts'

/** By the name that is typed. The running server carries them out where there is one. */
export const OPERATIONS: Readonly<Record<string, Operation>> = {
  backup,
  token,
  office,
  sample,
  'export-chain': exportChainOperation,
  import: importOperation,
  recount: recountOperation,
  'setup-code': setupCode,
  'reset-password': resetPassword,
  'reset-two-factor': resetTwoFactor,
}

/** By the name that is typed; for a server that is stopped. */
export const FILE_OPERATIONS: Readonly<Record<string, FileOperation>> = {
  restore,
  rollback,
  purge,
  'verify-chain': verifyChainOperation,
}
