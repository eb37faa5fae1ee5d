import type { Examples } from '../examples.ts';
import { commands } from './commands.ts';

export const examples: Examples = () => ({
  one: commands('sudo apt install nodejs'),
  'several, some of them long': commands(
    'cd /srv/passport-mirror/kg',
    'sudo -u passport-mirror node passport-mirror.mjs init --dir . --from https://kg.learningpassport.example/ --root sha256:…',
    'sudo systemctl enable --now passport-mirror-kg.timer passport-mirror-kg-verify.timer',
  ),
});
