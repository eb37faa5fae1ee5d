/** A body of the length and variety of a real lesson, placed as the build places it. */

import type { Placement } from '../../templates/body/place-body.ts';
import { placeBody } from '../../templates/body/place-body.ts';
import type { SafeHtml } from '../../templates/html.ts';
import { formatsOf } from '../../templates/locale/formats.ts';
import { createTranslate } from '../../templates/locale/translate.ts';
import type {
  ChoiceQuiz,
  MatchQuiz,
  OrderQuiz,
  Quiz,
  ReflectQuiz,
  RichText,
  ShortQuiz,
} from '../../templates/model/body.ts';

export const singleChoice: ChoiceQuiz = {
  kind: 'choice',
  id: 'q1',
  multiple: false,
  prompt: ['<p>Какая запись — <strong>наблюдение</strong>?</p>\n<p>Вспомните простую проверку.</p>\n'],
  options: [
    {
      text: ['«Милош был не в духе и всем мешал»'],
      correct: false,
      feedback: ['<p>«Не в духе» — догадка.</p>\n'],
    },
    { text: ['«Милош очень способный строитель»'], correct: false, feedback: [] },
    {
      text: ['«Милош построил стену из восьми коробок и построил <em>снова</em>»'],
      correct: true,
      feedback: [
        '<p>Да. Коллега рядом увидел бы то же самое. См. ',
        { kind: 'link', target: '/materials/three-line-notes/', fragment: '' },
        'лист',
        { kind: 'link-end' },
        '.</p>\n',
      ],
    },
  ],
};

export const multipleChoice: ChoiceQuiz = {
  kind: 'choice',
  id: 'q3',
  multiple: true,
  prompt: ['<p>Бермет молча перекладывает ложки. Что поможет её понять?</p>'],
  options: [
    { text: ['Сесть рядом и две минуты смотреть'], correct: true, feedback: ['<p>Да.</p>'] },
    { text: ['Показать, как мешают ложкой'], correct: false, feedback: ['<p>Это будет ваша игра.</p>'] },
    { text: ['Записать, какую ложку она берёт'], correct: true, feedback: [] },
  ],
};

export const matchQuiz: MatchQuiz = {
  kind: 'match',
  id: 'q2',
  prompt: ['<p>Что растёт вместе с чем?</p>'],
  pairs: [
    { left: ['Постройки из кубиков'], right: ['Пространственное <em>мышление</em>'] },
    { left: ['Рассказ истории'], right: ['Словарный запас'] },
    { left: ['Игра &amp; очередь'], right: ['Умение ждать'] },
  ],
};

export const orderQuiz: OrderQuiz = {
  kind: 'order',
  id: 'q4',
  prompt: ['<p>Расставьте действия Елены по порядку.</p>'],
  items: [['Выбрать ребёнка'], ['Две минуты смотреть'], ['Записать увиденное'], ['Вычеркнуть оценки']],
};

export const shortQuiz: ShortQuiz = {
  kind: 'short',
  id: 'q5',
  prompt: ['<p>Как называется игра, которую выбирают сами дети?</p>'],
  answers: ['свободная игра', 'самостоятельная игра'],
};

export const reflectQuiz: ReflectQuiz = {
  kind: 'reflect',
  id: 'q6',
  prompt: ['<p>Отметьте, что уже сделано.</p>'],
  statements: [['Я попробовал это со своей группой'], ['Мы говорили об этом с коллегой']],
};

export const quizzes: readonly Quiz[] = [
  singleChoice,
  multipleChoice,
  matchQuiz,
  orderQuiz,
  shortQuiz,
  reflectQuiz,
];

export const placement: Placement = {
  t: createTranslate(),
  format: formatsOf('ru'),
  href: (target, fragment) =>
    target.includes('three-line') ? undefined : `../../..${target}${fragment === '' ? '' : `#${fragment}`}`,
  picture: (src) =>
    src.startsWith('missing') ? undefined : { path: `/assets/${src}`, widthPx: 640, heightPx: 400 },
  assetHref: (path) => `../../../..${path}`,
  file: (src) =>
    src.startsWith('missing') ? undefined : { href: `../../../../media/${src}`, bytes: 2_140_000 },
};

export const lessonParts: RichText = [
  `<p>Четырёхлетний Стефан устроился на полу у окна, перед ним пять камней величиной с яйцо. К одному тянется Ана. Он отталкивает её руку, она плачет. Воспитатель Елена помогает кому-то обуться и видит только конец. В тетради она пишет: «Стефан упрямый. Не делится».</p>
<p>На следующий день он снова играет там же. На этот раз Елена садится на табурет, немного в стороне, и смотрит. Теперь она пишет:</p>
<blockquote>
<p>Выложил пять камней в ряд, от самого большого к самому маленькому. Коснулся каждого: «Мама, папа, бабушка, я, малышка». Потом Ана взяла последний камень. Стефан придержал её руку и прошептал: «Малышка спит».</p>
</blockquote>
<p>Тот же ребёнок и та же игра. В первой записи — недостаток. Во второй — мальчик, который раскладывает камни по величине и рассказывает с их помощью историю.</p>
<h2 id="что-мы-видим">Что мы видим и что добавляем</h2>
<p>«Упрямый», «ленивый», «умный», «всегда» — ничего из этого увидеть нельзя. Это выводы, а вывод закрывает дверь. Описание оставляет её открытой.</p>
<div class="callout tip"><p class="k">`,
  { kind: 'label', label: 'tip' },
  `</p>
<p>Увидел и услышал бы то же самое коллега, стоящий рядом с вами? Если нет, спросите себя, что именно вы увидели.</p>
</div>
<h2 id="достаточно-трёх-строк">Достаточно трёх строк</h2>
<ul>
<li><strong>Что ребёнок делает.</strong> Берите глаголы: несёт, ставит в ряд, ждёт, отворачивается.</li>
<li><strong>Что ребёнок говорит.</strong> Точные слова, на том языке, на котором они сказаны.</li>
<li><strong>Что было до и после.</strong> Кто подошёл, что изменилось, сколько это длилось.</li>
</ul>
<p>Читайте также `,
  { kind: 'link', target: '/materials/treasure-bag/', fragment: 'безопасность' },
  'о мешочке с сокровищами',
  { kind: 'link-end' },
  ' и заполняйте ',
  { kind: 'link', target: '/materials/three-line-notes/', fragment: '' },
  'лист заметок',
  { kind: 'link-end' },
  `.</p>
`,
  {
    kind: 'image',
    src: 'stones.svg',
    alt: 'Пять камней, выложенных в ряд',
    caption: 'Камни Стефана',
    figure: true,
  },
  `<section class="activity"><p class="k">`,
  { kind: 'label', label: 'activity' },
  `</p>
<h2 id="две-минуты">Две минуты, три строки</h2>
<ul>
<li><strong>Возраст:</strong> 3–6 лет</li>
<li><strong>Время:</strong> 5 минут</li>
<li><strong>Нужно:</strong> тетрадь, карандаш</li>
</ul>
<ol class="steps">
<li>Утром выберите в списке два имени.</li>
<li>Когда первый ребёнок увлечётся игрой, сядьте неподалёку, на уровне его глаз.</li>
<li>Две минуты смотрите. Не спрашивайте, не помогайте и не хвалите; вмешайтесь, только если кто-то может пораниться.</li>
<li>Запишите три строки: что делал, что сказал, что было до и после.</li>
</ol>
<p>Если ребёнок не говорит или мало двигается, смотрите дольше и внимательнее: на дыхание, на пальцы, на направление взгляда.</p>
</section>
<h2 id="от-записи">От записи — к завтрашнему дню</h2>
<p>Раз в неделю перечитывайте записи об одном ребёнке. Что он уже умеет? К чему возвращается? Какую одну вещь можно добавить завтра?</p>
<table><thead><tr><th scope="col">Вижу</th><th scope="col">Добавляю завтра</th></tr></thead><tbody><tr><td>Ставит в ряд по величине</td><td>Коробки разного размера</td></tr></tbody></table>
<div class="callout warning"><p class="k">Записи — дело личное</p>
<p>Храните их там, где их не прочтут ни дети, ни гости. Не фотографируйте для общих чатов ни записи, ни детей. Не ставьте диагнозов: это работа специалиста.</p>
</div>
`,
  {
    kind: 'media',
    media: 'audio',
    src: 'lullaby.mp3',
    title: 'Колыбельная для двоих',
    description: ['<p>Слова: «Спи, малышка…»</p>'],
  },
  { kind: 'media', media: 'video', src: 'circle.mp4', title: 'Утренний круг', description: [] },
  {
    kind: 'media',
    media: 'download',
    src: 'sheet.pdf',
    title: 'Лист «Заметка в три строки»',
    description: [],
  },
  '<h2 id="проверьте-себя">Проверьте себя</h2>\n',
  ...quizzes.map((quiz) => ({ kind: 'quiz', quiz }) as const),
];

export const lessonBody: SafeHtml = placeBody(lessonParts, placement);
export const shortBody: SafeHtml = placeBody(lessonParts.slice(0, 11), placement);
