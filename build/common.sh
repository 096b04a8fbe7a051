# What ./run, ./test and ./registry share. They set $root and call the functions; everything said goes to standard error.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
# No build server stays behind when a script ends.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 UseSharedCompilation=false

say() { printf '%s\n' "$*" >&2; }

refuse() { say "$*"; exit 1; }

# Runs a command whose output matters only when it fails.
quietly() {
  local output
  output=$("$@" 2>&1) || { say "$output"; return 1; }
}

need_dotnet() {
  command -v dotnet >/dev/null || PATH=$PATH:$HOME/.dotnet
  local wanted
  wanted=$(sed -n 's/.*"version": "\([0-9.]*\)".*/\1/p' "$root/global.json")
  (cd "$root" && dotnet --version >/dev/null 2>&1) ||
    refuse "The .NET SDK $wanted or a later 10.0 is missing: install it from https://dotnet.microsoft.com/download/dotnet/10.0"
}

is_debian_root() { [[ $(id -u) == 0 ]] && command -v apt-get >/dev/null; }

apt_install() {
  say "Installing $* with apt-get."
  quietly apt-get update || true
  DEBIAN_FRONTEND=noninteractive quietly apt-get install -y --no-install-recommends "$@"
}

# Elsewhere than on Debian and Ubuntu the program itself says how to install PostgreSQL.
need_postgres() {
  [[ -z ${ConnectionStrings__Registry:-} && -z ${Postgres__Bin:-} ]] || return 0
  ! compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null && ! command -v initdb >/dev/null || return 0
  ! is_debian_root || apt_install postgresql
}

find_chromium() {
  local name
  for name in ${CHROMIUM:+"$CHROMIUM"} chromium chromium-browser google-chrome; do
    if command -v "$name" 2>/dev/null; then return 0; fi
  done
  return 1
}

has_chinese_font() { fc-list :lang=zh 2>/dev/null | grep -q .; }

# Sets CHROMIUM, which the browser tests start.
need_browser() {
  local missing=()
  find_chromium >/dev/null || missing+=(chromium)
  has_chinese_font || missing+=(fonts-noto-cjk)
  if [[ ${#missing[@]} -gt 0 ]] && is_debian_root; then apt_install "${missing[@]}" || true; fi
  CHROMIUM=$(find_chromium) ||
    refuse "Chromium is missing: install it (on Debian: apt-get install chromium fonts-noto-cjk) or name it in CHROMIUM."
  export CHROMIUM
  has_chinese_font || say "No font with Chinese letters is installed: pages in Chinese will show boxes."
}

# Java, the Nu HTML checker, the linter of the API's description and the checker of data packages, which the long tests start.
need_checkers() {
  local missing=()
  command -v java >/dev/null || missing+=(default-jre-headless)
  command -v npm >/dev/null || missing+=(npm)
  if [[ ${#missing[@]} -gt 0 ]] && is_debian_root; then apt_install "${missing[@]}" || true; fi
  command -v java >/dev/null || refuse "Java is missing: install it (on Debian: apt-get install default-jre-headless)."
  command -v npm >/dev/null || refuse "npm is missing: install it (on Debian: apt-get install npm)."
  need_npm_tool html-checker
  need_npm_tool openapi-linter
  need_npm_tool data-package
}

# The load of the bench.
need_wrk() {
  if ! command -v wrk >/dev/null && is_debian_root; then apt_install wrk || true; fi
  command -v wrk >/dev/null || refuse "wrk is missing: install it (on Debian: apt-get install wrk)."
}

# Sets CHROMIUM, which Lighthouse starts.
need_lighthouse() {
  need_browser
  if ! command -v npm >/dev/null && is_debian_root; then apt_install npm || true; fi
  command -v npm >/dev/null || refuse "npm is missing: install it (on Debian: apt-get install npm)."
  need_npm_tool lighthouse
}

need_npm_tool() {
  local tool=$root/tools/$1
  if [[ $tool/node_modules/.package-lock.json -nt $tool/package-lock.json ]]; then return 0; fi
  say "Installing tools/$1 with npm."
  quietly npm ci --prefix "$tool" --ignore-scripts --no-audit --no-fund
}

# Restores the packages; where the official package of Blazor's script does not exist, switches the stand-in on and
# remembers that for plain `dotnet build` as well (docs/adr/0004).
restore() {
  local output remembered=$root/build/BlazorScript.local.props
  if output=$(dotnet restore "$root/CooperationRegistry.sln" 2>&1); then return 0; fi
  if [[ -f $remembered ]] || ! grep -Eq 'NU110[123].*Microsoft\.AspNetCore\.App\.Internal\.Assets' <<<"$output"; then
    say "$output"
    return 1
  fi
  say "The package of Blazor's script is not in the package source: taking the script from the ASP.NET Core 9 runtime pack."
  cp "$root/build/BlazorScript.RuntimePack.props" "$remembered"
  quietly dotnet restore "$root/CooperationRegistry.sln"
}

# Builds the program unless nothing changed since it was built. $1: Debug, or Release to publish it. Sets $program.
build_program() {
  local folder stamp project=$root/src/CooperationRegistry.Web
  mkdir -p "$root/artifacts"
  case $1 in
    Debug) folder=$project/bin/Debug/net10.0 ;;
    Release) folder=$root/artifacts/web ;;
  esac
  stamp=$root/artifacts/$1.stamp
  program=$folder/CooperationRegistry.Web.dll
  if [[ -f $program && -f $stamp ]] && ! changed_since "$stamp"; then return 0; fi
  say "Building the program ($1)."
  restore
  touch "$stamp.new"
  case $1 in
    Debug) quietly dotnet build "$project" --no-restore ;;
    Release) quietly dotnet publish "$project" --no-restore -o "$folder" ;;
  esac
  mv "$stamp.new" "$stamp"
}

changed_since() {
  local sources=("$root"/src "$root"/build "$root"/Directory.*.props "$root"/global.json)
  [[ ! -d $root/data ]] || sources+=("$root/data")
  find "${sources[@]}" \( -name bin -o -name obj -o -name node_modules -o -name _framework \) -prune \
    -o -type f -newer "$1" -print -quit | grep -q .
}

# True where an option is among the arguments, as "--name value" or "--name=value".
given() {
  local name=$1 argument
  shift
  for argument; do [[ $argument != "$name" && $argument != "$name="* ]] || return 0; done
  return 1
}
