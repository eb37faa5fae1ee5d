/** The part of gettext-parser that we use; the package ships no types. */
declare module 'gettext-parser' {
  namespace gettext {
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
  }
  const gettext: {
    po: {
      parse(input: string, options?: { validation?: boolean }): gettext.Catalogue;
      compile(catalogue: gettext.Catalogue, options?: { foldLength?: number }): Buffer;
    };
  };
  export default gettext;
}
