/** What the package offers: the classes alone, and the classes registered. */
export const ENTRIES = ['widget/index.ts', 'widget/register.ts'] as const
