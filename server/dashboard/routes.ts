import type { DashboardRoute } from './dashboard-route.ts'
import {
  accountPage,
  changePassword,
  endSession,
  endSessions,
  newBackupCodes,
} from './pages/account.ts'
import { alertPage, changeAlert, removeAlert, renewAlertSecret } from './pages/alert.ts'
import { testAlert } from './pages/alert-test.ts'
import { alertsPage } from './pages/alerts.ts'
import { endInvitation, invite, revoke } from './pages/appointments.ts'
import { arrangeOfficePage, renameOffice } from './pages/arrange-office.ts'
import { articleLive, articlePage } from './pages/article.ts'
import { closeArticle, mergeArticle, openArticle, unmergeArticle } from './pages/article-changes.ts'
import { assignArticle } from './pages/article-office.ts'
import { articlesPage } from './pages/articles.ts'
import { auditPage, siteAuditPage } from './pages/audit.ts'
import { decide, decisionPage, undoDecision } from './pages/decisions.ts'
import { changeDigest, digestPage } from './pages/digest.ts'
import { digestPreview } from './pages/digest-preview.ts'
import { embedPage } from './pages/embed.ts'
import { endSection, endSectionPage } from './pages/end-section.ts'
import { changeFollowUp, endFollowUp, followUpPage } from './pages/follow-up.ts'
import { followUpsPage } from './pages/follow-ups.ts'
import { importPage, undoImport } from './pages/import.ts'
import { applyImport, importPlanFile, importPlanPage } from './pages/import-plan.ts'
import { importUploadPage, uploadImport } from './pages/import-upload.ts'
import { invitationPage, joining, newPassword, newPasswordPage } from './pages/links.ts'
import { moderationPage } from './pages/moderation.ts'
import { moveOffice, moveOfficePage } from './pages/move-office.ts'
import { addAlert, newAlertPage } from './pages/new-alert.ts'
import { addFollowUp, newFollowUpPage } from './pages/new-follow-up.ts'
import { addOffice, newOfficePage } from './pages/new-office.ts'
import { addSite, newSitePage } from './pages/new-site.ts'
import { officePage } from './pages/office.ts'
import { officesPage } from './pages/offices.ts'
import { openingPage, removeOpening, setOpening, undoOpening } from './pages/opening.ts'
import { openingsPage } from './pages/openings.ts'
import { operationsPage, retryVerification } from './pages/operations.ts'
import { addOrigins, originsPage, removeOrigin, removeOriginPage } from './pages/origins.ts'
import { overview, overviewLive } from './pages/overview.ts'
import { peoplePage } from './pages/people.ts'
import { personPage, removePerson, resetPassword, resetTwoFactor } from './pages/person.ts'
import { rankingPage } from './pages/ranking.ts'
import { removeOffice, removeOfficePage } from './pages/remove-office.ts'
import { officeReport, officeReportFile, siteReport, siteReportFile } from './pages/report.ts'
import { reportsPage } from './pages/reports.ts'
import { secondFactor, secondFactorPage } from './pages/second-factor.ts'
import { sectionPage, setSection } from './pages/section.ts'
import { sectionsPage } from './pages/sections.ts'
import { changeSettings, settingsPage } from './pages/settings.ts'
import { setup, setupPage } from './pages/setup.ts'
import { signIn, signInPage, signOut } from './pages/sign-in.ts'
import { siteLive, sitePage } from './pages/site.ts'
import { assignSite, siteOfficePage } from './pages/site-office.ts'
import { addToken, revokeToken, tokensPage } from './pages/tokens.ts'
import { confirmTwoFactor, startTwoFactor, twoFactorPage } from './pages/two-factor.ts'

/** Every address of the dashboard; each has its own rule of who may ask it. */
export const ROUTES: readonly DashboardRoute[] = [
  ...[setupPage, setup],
  ...[signInPage, signIn, signOut, secondFactorPage, secondFactor],
  ...[invitationPage, joining, newPasswordPage, newPassword],
  ...[twoFactorPage, startTwoFactor, confirmTwoFactor],

  ...[overview, overviewLive],
  ...[rankingPage, sitePage, siteLive, articlesPage, siteAuditPage],
  ...[articlePage, articleLive, mergeArticle, unmergeArticle, closeArticle, openArticle],
  assignArticle,
  ...[officesPage, officePage, newOfficePage, addOffice],
  ...[arrangeOfficePage, renameOffice, moveOfficePage, moveOffice],
  ...[removeOfficePage, removeOffice, siteOfficePage, assignSite],
  ...[sectionsPage, sectionPage, setSection, endSectionPage, endSection],
  ...[reportsPage, siteReport, siteReportFile, officeReport, officeReportFile],
  ...[newSitePage, addSite, embedPage],
  ...[operationsPage, retryVerification, tokensPage, addToken, revokeToken],
  ...[settingsPage, changeSettings],
  ...[originsPage, addOrigins, removeOriginPage, removeOrigin],
  ...[openingsPage, openingPage, setOpening, removeOpening, undoOpening],
  ...[importUploadPage, uploadImport, importPlanPage, importPlanFile, applyImport],
  ...[importPage, undoImport],
  ...[moderationPage, decide, decisionPage, undoDecision],
  // Before the one that takes any word for a follow-up.
  ...[followUpsPage, newFollowUpPage, addFollowUp, followUpPage, changeFollowUp, endFollowUp],
  // Before the one that takes any word for a rule.
  ...[alertsPage, newAlertPage, addAlert, alertPage, changeAlert],
  ...[testAlert, renewAlertSecret, removeAlert],
  ...[digestPage, changeDigest, digestPreview],
  ...[accountPage, changePassword, newBackupCodes, endSessions, endSession],
  ...[peoplePage, invite, endInvitation, revoke],
  ...[personPage, resetPassword, resetTwoFactor, removePerson],
  auditPage,
]
