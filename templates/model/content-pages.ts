/** Pages whose text an author wrote. */
import type { SafeHtml } from '../html.ts';
import type { Ages, CourseCard, GroupCard, Language, LessonCard, MaterialCard, Term } from './card.ts';
import type { ContentPage } from './page-base.ts';

export interface CoursePage extends ContentPage {
  readonly kind: 'course';
  readonly audience: readonly Term[];
  readonly ages: Ages;
  readonly level?: Term;
  readonly domains: readonly Term[];
  readonly alignments: readonly { readonly framework: string; readonly label: string }[];
  readonly durationMinutes: number;
  readonly lessons: readonly LessonCard[];
  readonly prerequisites: readonly CourseCard[];
  readonly groups: readonly GroupCard[];
  /** Where the country has certificates. */
  readonly certificate?: {
    /** Site path of the page that makes them. */
    readonly path: string;
    /** Per cent of the questions of all lessons that have to be right; 0 where the lessons are enough. */
    readonly passMark: number;
  };
}

export interface LessonPage extends ContentPage {
  readonly kind: 'lesson';
  readonly course: { readonly path: string; readonly title: string; readonly textLanguage?: Language };
  /** All lessons of the course, this one included. */
  readonly lessons: readonly LessonCard[];
  /** From 1. */
  readonly position: number;
  readonly previous?: LessonCard;
  readonly next?: LessonCard;
  readonly durationMinutes: number;
  readonly objectives: readonly string[];
  readonly materials: readonly MaterialCard[];
  readonly discussion?: GroupCard;
}

export interface MaterialPage extends ContentPage {
  readonly kind: 'material';
  readonly type: Term;
  readonly ages: Ages;
  readonly domains: readonly Term[];
  readonly audience: readonly Term[];
  readonly settings: readonly Term[];
  readonly scriptPath: string;
  readonly durationMinutes?: number;
  readonly groupSize?: string;
  readonly resources: readonly string[];
  readonly alignments: readonly { readonly framework: string; readonly label: string }[];
  readonly related: readonly MaterialCard[];
}

export interface GroupPage extends ContentPage {
  readonly kind: 'group';
  readonly audience: readonly Term[];
  readonly moderators: readonly string[];
  readonly rules?: SafeHtml;
  readonly courses: readonly CourseCard[];
}

export interface StaticPage extends ContentPage {
  readonly kind: 'page';
}
