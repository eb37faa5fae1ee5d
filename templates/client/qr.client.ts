/** QR codes, for pages that load them when somebody asks for one. */
export { longestBytes, qrModules, qrPath, quietModules } from './qr/qr.ts';
