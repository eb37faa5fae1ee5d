/** What can be put into a text: the parts that a lesson is made of, and pictures. */
import { containerSnippets } from '../../vscode/container-snippets.ts';
import { rememberBlob } from './blob-files.ts';
import { type ControlProps, element } from './react.client.ts';
import { noteWritten } from './written-text.ts';

export function bodyTools({ forID, onChange, addFile }: ControlProps): unknown {
  const insert = (text: string): void => {
    const area = document.getElementById(forID) as HTMLTextAreaElement | null;
    if (area === null) return;
    const at = area.selectionStart;
    const [before, after] = [area.value.slice(0, at), area.value.slice(at)];
    const gap = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
    area.setRangeText(`${gap}${text}\n${after.startsWith('\n') ? '' : '\n'}`, at, at, 'end');
    area.focus();
    noteWritten(area);
    onChange(area.value);
  };
  return element(
    'div',
    { className: 'passport-tools', role: 'group', 'aria-label': 'Insert' },
    element(
      'label',
      null,
      'Insert ',
      element(
        'select',
        {
          value: '',
          onChange: (event: { readonly target: HTMLSelectElement }) =>
            insert(snippets[event.target.value] ?? ''),
        },
        element('option', { value: '' }, '…'),
        ...Object.keys(snippets).map((name) => element('option', { key: name, value: name }, name)),
      ),
    ),
    element(
      'label',
      null,
      'Picture ',
      element('input', {
        type: 'file',
        accept: '.svg,.png,.jpg,.jpeg,.webp,.avif',
        onChange: async ({ target }: { readonly target: HTMLInputElement }) => {
          const file = target.files?.[0];
          if (file === undefined) return;
          const address = await addFile(file);
          rememberBlob(address, file.name);
          insert(`![What the picture shows](${address})`);
          target.value = '';
        },
      }),
    ),
  );
}

/** The snippets of VS Code, with the examples in place of the places to write. */
const snippets: Readonly<Record<string, string>> = Object.fromEntries(
  containerSnippets().map(({ prefix, body }) => [
    prefix,
    body
      .join('\n')
      .replace(/\$\{\d+:((?:[^}\\]|\\.)*)\}/g, (_, example: string) => example.replace(/\\(.)/g, '$1'))
      .replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, '$1')
      .replace(/\s*\$0$/, ''),
  ]),
);
