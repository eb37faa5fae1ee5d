/** Of our own controls, in the colours of Sveltia, which follow the screen's. */
export const editorStyles = `
.passport-body textarea{box-sizing:border-box;inline-size:100%;padding:.75rem;border:1px solid var(--sui-textbox-border-color,#888);border-radius:4px;background:var(--sui-textbox-background-color,Field);color:inherit;font:1rem/1.5 ui-monospace,"Cascadia Mono","DejaVu Sans Mono",monospace;resize:vertical}
.passport-pages{margin:0 0 .5rem}
.passport-pages a{margin-inline-end:.6rem}
.passport-tools{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;margin-block-end:.5rem}
.passport-tools select,.passport-translation select,.passport-lessons select{font:inherit;padding:.25rem .5rem;max-inline-size:100%}
.passport-faults{margin:.5rem 0 0;padding:0;list-style:none}
.passport-faults button{inline-size:100%;padding:.35rem .6rem;border:0;border-inline-start:4px solid #b36b00;background:transparent;color:inherit;font:inherit;text-align:start;cursor:pointer}
.passport-faults [data-severity=error] button{border-color:#c62828}
.passport-note{margin:0}
.passport-translation{display:grid;gap:.5rem;justify-items:start}
.passport-translation p{margin:0}
.passport-translation [data-state=stale]{font-weight:600}
.passport-translation button,.passport-lessons button{padding:.25rem .6rem;font:inherit;cursor:pointer}
.passport-lessons ol{margin:0 0 .5rem;padding-inline-start:1.5rem}
.passport-lessons li{margin-block:.25rem}
.passport-lessons li>span{margin-inline-end:.5rem}
dialog .error,[role=alertdialog] .error{white-space:pre-line}
`;
