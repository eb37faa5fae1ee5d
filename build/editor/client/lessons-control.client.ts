/** The lessons of a course, in the order in which they are read. */
import { targetOf } from '../../model/place.ts';
import type { EditorFacts } from '../facts.ts';
import type { EditorContext } from './editor-context.ts';
import { type Component, type ControlProps, element } from './react.client.ts';

export const lessonsControl = ({ facts }: EditorContext): Component =>
  window.createClass<ControlProps>({
    render() {
      const { forID, value, entry, onChange } = this.props;
      const ids = listOf(value);
      const course = String(entry?.get('slug') ?? '');
      const titles = lessonsOf(course, facts.pages);
      const move = (index: number, by: -1 | 1): void => {
        const moved = [...ids];
        moved.splice(index + by, 0, ...moved.splice(index, 1));
        onChange(moved);
      };
      return element(
        'div',
        { className: 'passport-lessons' },
        element(
          'ol',
          null,
          ...ids.map((id, index) =>
            element(
              'li',
              { key: id },
              element('span', null, titles.get(id) ?? id, ' ', element('code', null, id)),
              button('↑', `Move ${id} up`, index > 0 && (() => move(index, -1))),
              button('↓', `Move ${id} down`, index < ids.length - 1 && (() => move(index, 1))),
              button('×', `Take ${id} out`, () => onChange(ids.filter((other) => other !== id))),
            ),
          ),
        ),
        element(
          'select',
          {
            id: forID,
            value: '',
            onChange: ({ target }: { readonly target: HTMLSelectElement }) =>
              onChange([...ids, target.value]),
          },
          element('option', { value: '' }, 'Add a lesson …'),
          ...[...titles]
            .filter(([id]) => !ids.includes(id))
            .map(([id, title]) => element('option', { key: id, value: id }, `${title} (${id})`)),
        ),
      );
    },
  });

const button = (sign: string, label: string, onClick: false | (() => void)): unknown =>
  element(
    'button',
    { type: 'button', 'aria-label': label, disabled: onClick === false, onClick: onClick || undefined },
    sign,
  );

/** Sveltia hands out a list as an array, or as an immutable list. */
function listOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.map(String);
  if (typeof value === 'object' && value !== null && 'toJS' in value && typeof value.toJS === 'function')
    return listOf(value.toJS());
  return [];
}

/** Titles by id. */
function lessonsOf(course: string, pages: EditorFacts['pages']): ReadonlyMap<string, string> {
  const start = targetOf({ entry: 'course', id: course });
  return new Map(
    Object.entries(pages)
      .filter(([target]) => target.startsWith(start) && target !== start)
      .map(([target, { title }]) => [target.slice(start.length, -1), title]),
  );
}
