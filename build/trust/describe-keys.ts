/** What to do after a change of keys, in words. */
import path from 'node:path';
import type { CreatedKeys } from './create-keys.ts';
import { keyVariable } from './key-line.ts';
import { onlineRoles, type Role } from './roles.ts';

/** What to carry where after the ceremony. */
export function describeCeremony(
  { keyFiles, fingerprint }: CreatedKeys,
  folder: string,
  country: string,
): string {
  const names = (role: Role): string[] =>
    keyFiles.filter((file) => file.role === role).map(({ name }) => name);
  return `The keys of ${country} are made. They lie in ${folder}:

${keyFiles.map((file) => `  ${file.name.padEnd(30)} ${nameOf(file)}`).join('\n')}
  ${'1.root.json'.padEnd(30)} which keys there are: for everybody

Now, before this computer goes back to a network:

1. Each holder of a root key copies one file to two memory sticks, which lie in two places, apart from the passphrase:
   ${names('root').join(', ')}
2. Copy ${names('targets').join(', ')} and 1.root.json to the computer that releases, into the same folder.
3. Copy ${names('snapshot').join(', ')}, ${names('timestamp').join(', ')} and 1.root.json to the computer that
   renews the timestamp; for a CI service print them there with: npm run keys -- export --role timestamp --country ${country}
4. Delete the root keys here, when each copy has been read once: npm run keys -- status --country ${country} --keys DIR
5. Give this line to everybody who will run a mirror, by a way that is not the web site:

   --root ${fingerprint}
`;
}

const nameOf = ({ role, number }: CreatedKeys['keyFiles'][number]): string =>
  role === 'root' ? `root key ${number}` : role;

/** What to do once a new root counts. */
export function describeNewRoot(file: string, country: string, changed: readonly Role[]): string {
  const steps = [
    `Copy ${path.basename(file)} into the folders of keys of all computers that sign for ${country}.`,
    ...onlineRoles
      .filter((role) => changed.includes(role))
      .map(
        (role) =>
          `Bring the new ${role} key to where it signs (as a file, or as ${keyVariable(role)}), and delete the old one.`,
      ),
    changed.includes('targets')
      ? `Release and deploy: npm run release -- --country ${country}`
      : `Sign with it, and deploy: npm run keys -- renew --country ${country} --from releases/${country}`,
  ];
  return [`${file} counts from now on.`, '', ...steps.map((step, index) => `${index + 1}. ${step}`)].join(
    '\n',
  );
}

/** What to do with a root that others have to sign. */
export function describeProposal(file: string, missing: string, country: string): string {
  const name = path.basename(file);
  return `${file} does not count yet. ${missing}

Carry it, with all …root.json that lie beside it, to a holder of one of these keys, into the folder that has the key: stick/${country}/. The holder
looks at what it changes, and signs:

  npm run keys -- sign stick/${country}/${name} --country ${country} --keys stick

and so on. Once enough have signed it lies there as ${name.replace('.proposed', '')}. Bring that back:

  npm run keys -- sign stick/${country}/${name.replace('.proposed', '')} --country ${country}`;
}
