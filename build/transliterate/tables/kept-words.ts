/** Names that are written in Latin letters in every script, with a star those that take endings; signs, in capitals only. */
export const keptNames: readonly string[] =
  'learning passport, cc by*, cc0, creative commons, google*, gmail*, chrome*, firefox*, android*, iphone*, ipad*, mac, windows*, whatsapp*, viber*, youtube*, facebook*, instagram*, tiktok*, zoom*, skype*, messenger*, bluetooth*, wi-fi*, usb*, javascript*, pdf*, html*, css, URL*, QR, SMS, SD, mp3, mp4, epub, zip, jpg, jpeg, png, svg, online, offline, e-mail, email'.split(
    ', ',
  );
