/**
 * What is run on the server, by the shell that every system has. `$1` is the folder of the site; paths come as arguments or as lines.
 *
 * `enter` goes into the folder of a path, and only where no link leads out of the site.
 */
export const exitCodes = { missing: 44, exists: 45, outside: 46, incomplete: 47 } as const;

const enter = `
site=$(CDPATH= cd -P -- "$1" 2>/dev/null && pwd -P) || exit ${exitCodes.missing}
folder_of() { case $1 in */*) folder=\${1%/*} ;; *) folder=. ;; esac; }
enter() {
  folder_of "$1"
  wanted=$folder
  # The nearest folder that exists.
  while [ ! -d "$site/$folder" ] && [ "$folder" != . ]; do folder_of "$folder"; done
  cd -P -- "$site/$folder" || exit 1
  case $PWD/ in "$site"/*) ;; *) exit ${exitCodes.outside} ;; esac
  [ "$folder" = "$wanted" ]
}
`;

/** Makes the folder of the site below one that exists, and the one in which rsync keeps what is not whole yet. */
export const prepareScript = `
[ -d "$1" ] || mkdir -- "$1" || exit 1
cd -- "$1" && mkdir -p -- "$2"
`;

/** `$2` the path. */
export const readScript = `${enter}
enter "$2" || exit ${exitCodes.missing}
name=\${2##*/}
[ ! -L "$name" ] || exit ${exitCodes.outside}
[ -f "$name" ] || exit ${exitCodes.missing}
exec cat < "$name"
`;

/**
 * `$2` the path, `$3` a name beside it, `$4` the bytes that come. Whole before it has its name, which a link gives it, and only where
 * nothing has it; where there are no hard links, the shell itself refuses to write over what is there.
 */
export const createScript = `${enter}
umask 022
enter "$2" || { mkdir -p -- "$site/$wanted" && cd -- "$site/$wanted"; } || exit 1
name=\${2##*/}
[ ! -e "$name" ] && [ ! -L "$name" ] || { cat > /dev/null; exit ${exitCodes.exists}; }
trap 'rm -f -- "$3"' EXIT
trap 'exit 1' HUP INT TERM PIPE
cat > "$3" || exit 1
[ "$(wc -c < "$3")" -eq "$4" ] || exit ${exitCodes.incomplete}
ln -- "$3" "$name" 2>/dev/null && exit 0
[ ! -e "$name" ] || exit ${exitCodes.exists}
set -C
cat < "$3" > "$name" || { [ -e "$name" ] && exit ${exitCodes.exists}; exit 1; }
`;

/** Paths come as lines, sorted; folders that become empty go with what was in them. */
export const removeScript = `${enter}
prune() {
  cd -- "$site"
  while [ "$1" != . ]; do
    rmdir -- "$1" 2>/dev/null || return 0
    folder_of "$1"
    set -- "$folder"
  done
}
last=.
while IFS= read -r path; do
  enter "$path" || continue
  rm -f -- "\${path##*/}" || exit 1
  [ "$folder" = "$last" ] && continue
  from=$folder
  prune "$last"
  last=$from
done
prune "$last"
`;

/** `$2` the folder below the site, or a point. */
export const listScript = `${enter}
enter "$2/any" || exit ${exitCodes.missing}
exec find . -type f -print0
`;
