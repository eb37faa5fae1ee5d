/** The part of gettext-parser that we use; the package ships no types. */
declare module 'gettext-parser' {
  interface Translation {
    msgid: string;
    msgctxt?: string;
    msgid_plural?: string;
    msgstr: string[];
    comments?: { flag?: string; translator?: string };
  }
  interface Catalogue {
    headers: Record<string, string>;
    translations: Record<string, Record<string, Translation>>;
  }
  const gettext: {
    po: {
      parse(input: string, options?: { validation?: boolean }): Catalogue;
      compile(catalogue: Catalogue, options?: { foldLength?: number }): Buffer;
    };
  };
  export default gettext;
}
