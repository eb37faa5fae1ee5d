/** Pages of one's own learning, which a script fills in from the device. */
import type { Language, LessonCard } from './card.ts';
import type { PageBase } from './page-base.ts';

/** What the device knows of its owner's learning, and how to take it to another one. */
export interface LearningPage extends PageBase {
  readonly kind: 'learning';
  /** Site paths of scripts: of the page, and of QR codes, which it loads when asked for one. */
  readonly scriptPath: string;
  readonly qrScriptPath: string;
  readonly courses: readonly LearningCourse[];
  /** Where the country has certificates. */
  readonly certificatePath?: string;
}

/** A course by what can be learned of it. */
export interface LearningCourse {
  readonly id: string;
  readonly path: string;
  readonly title: string;
  readonly textLanguage?: Language;
  readonly durationMinutes: number;
  readonly lessons: readonly LearningLesson[];
  /** Per cent of the questions of all lessons that have to be right for the certificate; 0 where the lessons are enough. */
  readonly passMark: number;
}

/** By content id: `play/why-play`. */
export interface LearningLesson extends Pick<LessonCard, 'id' | 'path' | 'title' | 'textLanguage'> {
  /** Names of its quizzes, without those that have no right and wrong. */
  readonly quizzes: readonly string[];
}

/** Made on the device, of a course that is finished there. */
export interface CertificatePage extends PageBase {
  readonly kind: 'certificate';
  readonly scriptPath: string;
  readonly learningPath: string;
  readonly verifyPath: string;
  /** Absolute address, to be printed. */
  readonly verifyUrl: string;
  readonly courses: readonly LearningCourse[];
}

/** Whether name and code of a certificate belong together. */
export interface VerifyPage extends PageBase {
  readonly kind: 'verify';
  readonly scriptPath: string;
  readonly courses: readonly LearningCourse[];
}
