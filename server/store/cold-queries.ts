import { createAlertRules } from './alerts/alert-rule-queries.ts'
import { createDeliveries } from './alerts/delivery-queries.ts'
import { createDigests } from './alerts/digest-queries.ts'
import { createHeldBursts } from './alerts/held-burst-queries.ts'
import { createApiTokens } from './api-token-queries.ts'
import { createChainBook } from './chain-book-queries.ts'
import type { Database } from './database.ts'
import { createHistory } from './history-queries.ts'
import { createModeration } from './moderation-queries.ts'
import { createModerationReads } from './moderation-reads-queries.ts'
import { createOpenings } from './opening-queries.ts'
import { createPasses } from './pass-queries.ts'
import { createAccounts } from './people-queries.ts'
import { createRecount } from './recount-queries.ts'
import { createRegister } from './register.ts'
import { createAliases } from './report/alias-queries.ts'
import { createArticleDetails } from './report/article-details-queries.ts'
import { createArticlePeriods } from './report/article-period-queries.ts'
import { createArticleReads } from './report/article-reads-queries.ts'
import { createFollowUps } from './report/follow-up-queries.ts'
import { createOffices } from './report/office-queries.ts'
import { createPooling } from './report/pooling-queries.ts'
import { createReportReads } from './report/report-reads-queries.ts'
import { createSorting } from './report/sorting-queries.ts'
import { createRetention } from './retention-queries.ts'
import { createSessions } from './session-queries.ts'
import { createSiteChanges } from './site-change-queries.ts'
import { createVerification } from './verification-queries.ts'
import { createWordings } from './wording-queries.ts'

/** All that a store is asked past the hot path: the same on every kind of store. */
export function createColdQueries(database: Database) {
  return {
    ...createRegister(database),
    ...createModeration(database),
    ...createRetention(database),
    ...createRecount(database),
    ...createChainBook(database),
    ...createVerification(database),
    ...createHistory(database),
    ...createModerationReads(database),
    ...createApiTokens(database),
    ...createOffices(database),
    ...createAliases(database),
    ...createSorting(database),
    ...createPooling(database),
    ...createArticlePeriods(database),
    ...createReportReads(database),
    ...createArticleReads(database),
    ...createArticleDetails(database),
    ...createFollowUps(database),
    ...createOpenings(database),
    ...createAlertRules(database),
    ...createDeliveries(database),
    ...createDigests(database),
    ...createHeldBursts(database),
    ...createSiteChanges(database),
    ...createWordings(database),
    ...createAccounts(database),
    ...createPasses(database),
    ...createSessions(database),
  }
}
