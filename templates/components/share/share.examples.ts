import { trusted } from '../../html.ts';
import type { Examples } from '../examples.ts';
import { share } from './share.ts';

export const examples: Examples = ({ page }) => ({
  'as the script shows it': trusted(share(page).toString().replace(' hidden ', ' ')),
});
