import type { Glossary } from '../../schemas/types.generated.ts';

/** A term of `taxonomy/glossary.yml`, with what texts are looked through for. */
export type GlossaryTerm = Omit<Glossary['terms'][number], 'description'>;
