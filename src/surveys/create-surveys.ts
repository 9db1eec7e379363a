import type { RegisterParts } from '../registers/register-source'
import { SurveysImportService } from './surveys-import.service'
import { SurveysService } from './surveys.service'

/** The use cases of the register of surveys. */
export function createSurveys({ database, audit, entries, instruments, clock }: RegisterParts) {
  const surveys = new SurveysService(database, audit, entries, clock)
  return {
    surveys,
    surveysImport: new SurveysImportService(database, audit, surveys, entries, instruments, clock),
  }
}
