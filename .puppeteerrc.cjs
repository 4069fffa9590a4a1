/** The tests drive the Firefox of the system: nothing is downloaded. */
module.exports = { skipDownload: true }
