/** Environment variables by which the runner talks to the suite in the extension host. */
export const resultsVariable = 'CALIBRATION_TABLES_RESULTS';
export const grepVariable = 'CALIBRATION_TABLES_GREP';
