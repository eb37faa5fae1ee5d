/** The bundler gives a style sheet as its text, minified. */
declare module '*.css' {
  const rules: string;
  export default rules;
}
