import type { RegisterParts } from '../registers/register-source'
import { InputsImportService } from './inputs-import.service'
import { InputsService } from './inputs.service'

/** The use cases of the register of stakeholder inputs. */
export function createInputs({ database, audit, entries, instruments, clock }: RegisterParts) {
  const inputs = new InputsService(database, audit, entries, clock)
  return {
    inputs,
    inputsImport: new InputsImportService(database, audit, inputs, entries, instruments, clock),
  }
}
