export type AssessmentStage = 'draf' | 'diajukan' | 'dievaluasi' | 'dikembalikan' | 'dinilai' | 'final'
