import type { Spellings } from '../lexicon.ts';

/** Names and signs that are written in Latin letters in every script. */
const names =
  'learning passport, cc by*, cc0, creative commons, google*, gmail*, chrome*, firefox*, android*, iphone*, ipad*, mac, windows*, whatsapp*, viber*, youtube*, facebook*, instagram*, tiktok*, zoom*, skype*, messenger*, bluetooth*, wi-fi*, usb*, javascript*, pdf*, html*, css, url*, qr, sms, sd, mp3, mp4, epub, zip, jpg, jpeg, png, svg, webp, online, offline, e-mail, email';

export const keptNames: Spellings = Object.fromEntries(names.split(', ').map((name) => [name, name]));
