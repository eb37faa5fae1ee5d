/**
 * Stems in which `nj` and `dž` are two letters, with a bar where these meet.
 *
 * Sources: Pravopis srpskoga jezika (2010) on the letters of two signs; of Rečnik srpskoga jezika (2011) the words that begin with
 * nad-, od-, pod-, pred- before ž, and with an-, in-, kon-, van- before j.
 */
const stems =
  'an|jon in|jekc in|jekt in|junkc kon|jug kon|junk kon|jektur van|jedar van|jezič tan|jug ' +
  'nad|živ nad|žnj nad|žanj nad|že nad|žup nad|žanr ' +
  'od|živ od|žali od|žalj od|žvak od|žvać od|žar od|žub od|žeti od|žme ' +
  'pod|žanr pod|žup pod|žeg pod|žig pod|žiž pod|žar pod|ždr pred|žalb pred|žet pred|živ pred|žel';

/** Each stem, and where its second letter begins; read from the beginning of a word. */
export const apartAtStart: readonly (readonly [stem: string, at: number])[] = stems
  .split(' ')
  .map((stem) => [stem.replace('|', ''), stem.indexOf('|')] as const);
