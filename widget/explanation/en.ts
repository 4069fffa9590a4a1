import type { Explanation } from '../explanation.ts'

/** English. */
export const en: Explanation = {
  controller: 'Responsible for this data: {name}, {contact}',
  sections: [
    {
      heading: 'Views',
      text: 'A reader counts once per article in 30 minutes, and only when the page is really shown. Loading it again within that time adds nothing. Where the browser refuses storage, each visit counts.',
    },
    {
      heading: 'Ratings',
      text: 'A browser has one rating per article. A double click, a message sent twice and a change of mind are still that same rating. A rating that is withdrawn leaves the count at once. 180 days after it was first given it can no longer be changed or withdrawn here.',
    },
    {
      heading: 'Percentages',
      text: 'Percentages are rounded fairly: equal counts always look equal. As long as few have answered, only the number of ratings is shown, not how they divide. An opening balance from an older counter is part of the totals and is named with its source and date.',
    },
    {
      heading: 'What is stored',
      text: 'The server stores the article, the choice, its day, for a short time its hour, and a code worked out from a random number of your browser. The code is another one for every article, so that it does not link what you read. Your name, your internet address and the kind of your browser are not stored. There are no cookies. Your browser keeps that random number, your choice, when you made it first, and the time of the last visit that was counted; an answer that found no connection as well, until it has been sent.',
    },
    {
      heading: 'For how long',
      text: '180 days after the day of a rating the code is deleted, and of the rating only the sum remains. The hour of the last change is kept for two to three days. What your browser keeps stays until you clear the data of this site.',
    },
    {
      heading: 'What the figures mean',
      text: 'They are an indication by readers who chose to answer one question. They are not the official public satisfaction survey (SKM) and do not speak for all citizens.',
    },
  ],
}
