import type { ID_ACCESS } from './id-access.ts'

/** Of every page, and of signing in, in English. */
export const EN_ACCESS: typeof ID_ACCESS = {
  language: 'en',
  product: 'Tanggapan',
  skip: 'Skip to content',
  menu: 'Main menu',
  faults: 'There is something to put right',
  navOverview: 'Overview',
  navPeople: 'People',
  navAudit: 'Audit log',
  navAccount: 'Your account',
  signOut: 'Sign out',
  otherLanguage: 'Bahasa Indonesia',
  name: 'Name',
  email: 'E-mail',
  password: 'Password',
  passwordHint: 'At least 12 characters. A few unrelated words are easy to remember.',
  newPassword: 'New password',
  presentPassword: 'Present password',
  code: 'Code',
  role: 'Role',
  place: 'Place',
  everywhere: 'the whole server',
  roleOwner: 'Owner',
  roleAdmin: 'Admin',
  roleEditor: 'Editor',
  roleViewer: 'Viewer',
  roleOwnerHint: 'everything, on the whole server',
  roleAdminHint: 'an office and all below it, its people included',
  roleEditorHint: 'one site: see and change',
  roleViewerHint: 'one site: see only',
  faultName: 'Give a name of at most 80 characters.',
  faultEmail: 'Give an e-mail address, such as name@example.go.id.',
  faultPasswordShort: 'A password has at least 12 characters.',
  faultPasswordLong: 'A password has at most 128 characters.',
  faultPasswordName: 'The password must not be the e-mail address.',
  faultPassword: 'The password is wrong.',
  faultCode: 'The code is wrong. Use the one that the app shows now.',
  faultSignIn: 'The e-mail or the password is wrong.',
  faultRole: 'Choose a role and its place.',
  faultWait: (seconds: number) => `Too many attempts. Try again in ${duration(seconds)}.`,

  signInTitle: 'Sign in',
  signInButton: 'Sign in',
  signInForgotten:
    'Forgotten your password? Ask whoever invited you for a new link; whoever runs the server can use npm run operate -- reset-password.',
  signInSetup: 'This server has no owner yet.',
  signInSetupLink: 'Set the server up',
  secondTitle: 'Security code',
  secondText: 'Open your authenticator and enter its six digits, or one of your backup codes.',
  secondButton: 'Continue',
  secondLate: 'Time is up, or too many codes were wrong. Give your password once more.',
  secondLocked: 'This account is locked for 15 minutes after too many wrong codes.',

  setupTitle: 'Set the server up',
  setupText:
    'This server has no owner yet. The code stands on the screen where the server was started, and works for 15 minutes.',
  setupCode: 'Setup code',
  setupCodeHint: 'A new code: npm run operate -- setup-code',
  setupCodeFault: 'This code does not work, or its 15 minutes are over.',
  setupAddress: 'Your address as the server sees it',
  setupAddressNote:
    'It has to be the one in your browser. If it is another one, the proxy in front does not pass on Host and X-Forwarded-Proto.',
  setupAddressFixed: 'Set by PUBLIC_URL.',
  setupButton: 'Become the owner',
  setupLoopback:
    'Over http the dashboard opens on the server’s own machine only. Others need https.',

  inviteTitle: 'Invitation',
  inviteText: (email: string) => `An invitation for ${email}.`,
  inviteButton: 'Make the account',
  passwordTitle: 'New password',
  passwordButton: 'Keep the password',
  linkGone: 'This link was used already, or has expired. Ask for a new one.',

  twoFactorTitle: 'Two-step verification',
  twoFactorWhy:
    'Decisions rest on these figures. A password alone is not enough: every account uses a code from a phone.',
  twoFactorStart: 'Begin',
  twoFactorScan: 'Scan this picture with an authenticator app, or type the key.',
  twoFactorPicture: 'A QR code with the key below',
  twoFactorKey: 'Key',
  twoFactorCodes: 'Backup codes',
  twoFactorCodesText:
    'Keep them somewhere safe. Each works once, for when the phone is lost. They are shown only now.',
  twoFactorConfirm: 'Code from the app',
  twoFactorButton: 'Switch on',
  twoFactorOn: 'On.',
  twoFactorNewCodes: 'Make new backup codes',
}

function duration(seconds: number): string {
  return seconds > 90 ? `${Math.ceil(seconds / 60)} minutes` : `${seconds} seconds`
}
