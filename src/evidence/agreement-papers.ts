/** That a piece stands on an agreement of its own unit, as its paper or as the proof of a task; `e` is its alias. */
export const onAgreement = (e: string): string =>
  `(EXISTS (SELECT 1 FROM entry_evidence x JOIN register_entries r ON r.id = x.entry_id
      WHERE x.evidence_id = ${e}.id AND r.register = 'agreements' AND r.satker_id = ${e}.satker_id)
    OR EXISTS (SELECT 1 FROM agreements a JOIN agreement_tasks t ON t.agreement_id = a.id
      WHERE a.satker_id = ${e}.satker_id AND t.evidence_id = ${e}.id))`

/** That it serves nothing else: no question, no other register, no note, no recommendation. */
export const onlyOnAgreements = (e: string): string =>
  `(${onAgreement(e)}
    AND NOT EXISTS (SELECT 1 FROM evidence_uses u WHERE u.evidence_id = ${e}.id)
    AND NOT EXISTS (SELECT 1 FROM entry_evidence x JOIN register_entries r ON r.id = x.entry_id
      WHERE x.evidence_id = ${e}.id AND r.register <> 'agreements')
    AND NOT EXISTS (SELECT 1 FROM note_evidence n WHERE n.evidence_id = ${e}.id)
    AND NOT EXISTS (SELECT 1 FROM recommendation_evidence m WHERE m.evidence_id = ${e}.id))`
