/** What can be said of a survey, on its element or as `data-` of a script or a placeholder. */
export const ATTRIBUTES = ['server', 'site', 'article', 'identity', 'lang', 'compact']
