# Set-up steps of ./limpid, sourced by it; each is idempotent and prints one line with its time.
# A step that can't be done ends in one sentence that names what is missing and what mends it.

state=$root/artifacts/setup
plotly=$root/artifacts/tools/plotly.min.js
plotly_version=4.1.2
plotly_package=4d4a67f627e33fa3b5296134210d5ba51e5312d7d287436fcc29eb533018e1b8
katex_version=0.19.1
katex_package=24da5a599eb2fcede2e270b99a6ff48bca816beecc95feeb84e8cccbd1bb34fd
font_version=5.3.1
font_package=8c452853c74be1e43e9fbfe76321c26f4678a2d431e93209ff1d9faec03fd96f
# The last version that runs on Debian's Node.js.
playwright_version=1.61.1
playwright_package=3740bba3a3e93b4c7bd7c0f6e3c0e5f8cdce498bef13511e4d534cc99a8ce198
dotnet=dotnet
sdk=
packages=
now=
images=$root/artifacts/ahead
images_of=
images_job=

fail() { stop_images; printf 'limpid: %s\n' "$*" >&2; exit 1; }
interrupted() { stop_images; printf 'limpid: interrupted.\n' >&2; exit 130; }

# step NAME: starts the clock; done_step TEXT: prints the line.
step() { step_name=$1 step_start=${EPOCHREALTIME/./}; }
done_step() {
  local ms=$(((${EPOCHREALTIME/./} - step_start) / 1000))
  printf '%-10s %-72s %4d.%d s\n' "$step_name" "$1" $((ms / 1000)) $((ms % 1000 / 100)) >&2
}

program() { printf '%s/artifacts/build/%s/bin/%s/release/%s.dll' "$root" "$packages" "$1" "$1"; }

set_up() {
  trap 'fail "the step ${step_name:-set-up} failed (setup.sh, line $LINENO)."' ERR
  set -E
  trap interrupted INT
  buildable
  writable
  find_sdk
  # One set-up at a time; children do not inherit the lock, because compiler servers outlive us.
  exec {lock}>"$state/lock" || fail "cannot write to $state."
  if command -v flock >/dev/null && ! flock -n "$lock"; then
    printf 'waiting for another set-up to end\n' >&2
    flock "$lock"
  fi
  choose_packages
  [ "$packages" = substitutes ] && native_libraries
  get_plotly
  case $1 in reproduce | run | lab | test | bench) start_images ;; esac
  build cli lib/Limpid.Cli/Limpid.Cli.csproj
  case $1 in
    reproduce | run) publish ;;
    export) site_parts ;;
    lab)
      case " $* " in
        *' --register '* | *' --unregister '*) ;;
        *) jupyter_server ;;
      esac
      publish
      ;;
    test)
      browser
      palette
      get_playwright
      site_parts
      jupyter_packages
      publish
      build tests Limpid.slnx
      ;;
    bench)
      peers
      build bench tests/Limpid.Benchmarks/Limpid.Benchmarks.csproj
      ;;
  esac
  case " $* " in
    *' --pictures '* | *' --publish '*)
      browser
      palette
      ;;
  esac
  [ -z "$images_of" ] || use_images
  exec {lock}>&-
  trap - ERR INT
}

# What MSBuild takes for its own punctuation.
buildable() {
  case $root in
    *[\'\"\;%*?]*) fail "the path $root holds one of ' \" ; % * ?, which .NET's build can't work with; move or rename the folder." ;;
  esac
}

writable() {
  mkdir -p "$state" "$root/artifacts/tools" 2>/dev/null && { : >"$state/writable"; } 2>/dev/null ||
    fail "cannot write to $root/artifacts; make the folder writable or copy the repository to where you can write."
  # dotnet and NuGet keep files in the home folder.
  if [ ! -d "${HOME:-}" ] || [ ! -w "$HOME" ]; then
    export HOME=$root/artifacts/home
    mkdir -p "$HOME"
  fi
  export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
}

find_sdk() {
  step SDK
  command -v dotnet >/dev/null || dotnet=${HOME:-}/.dotnet/dotnet
  sdk=$(cd "$root" && "$dotnet" --version 2>/dev/null) || missing_sdk
  done_step ".NET $sdk"
}

missing_sdk() {
  fail ".NET SDK 10.0 is missing; install it with: curl -sSL https://dot.net/v1/dotnet-install.sh | bash -s -- --channel 10.0"
}

# The answer is kept until the pinned versions change; LIMPID_PACKAGES overrides it without changing it.
choose_packages() {
  step packages
  local record=$root/artifacts/packages.props pinned
  case ${LIMPID_PACKAGES:-} in
    nuget | substitutes)
      packages=$LIMPID_PACKAGES
      done_step "$packages (LIMPID_PACKAGES says so)"
      return ;;
    '') ;;
    *) fail "LIMPID_PACKAGES is '$LIMPID_PACKAGES'; expected 'nuget' or 'substitutes'." ;;
  esac
  pinned=$(grep -oE '"(TorchSharp-cpu|Plotly.NET|Deedle)" Version="\[[^]]*\]"' "$root/Directory.Packages.props" |
    tr -d '"[]' | sed 's/ Version=/ /' | paste -sd ';' | sed 's/;/, /g')
  if ! grep -qsF "$pinned" "$record"; then
    probe "$pinned" >"$record.new"
    mv -f "$record.new" "$record"
  fi
  packages=$(sed -n 's:.*<LimpidPackages>\(.*\)</LimpidPackages>.*:\1:p' "$record")
  done_step "$packages ($(sed -n 's:.*<LimpidPackagesReason>\(.*\)</LimpidPackagesReason>.*:\1:p' "$record"))"
}

# Restores the genuine packages in a project of its own; only "found" and "not found" are answers.
probe() {
  local folder=$root/artifacts/probe answer reason output
  rm -rf "$folder" && mkdir -p "$folder"
  echo '<Project />' | tee "$folder/Directory.Build.props" >"$folder/Directory.Build.targets"
  cat >"$folder/probe.csproj" <<'PROJECT'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework><NuGetAudit>false</NuGetAudit></PropertyGroup>
  <ItemGroup><PackageReference Include="TorchSharp-cpu" /><PackageReference Include="Plotly.NET" /><PackageReference Include="Deedle" /></ItemGroup>
</Project>
PROJECT
  if output=$("$dotnet" restore "$folder/probe.csproj" --nologo {lock}>&- 2>&1); then
    answer=nuget reason='the genuine packages restore'
    # TorchSharp's native part exists for this processor only on other systems.
    [ "$(uname -m)" = x86_64 ] || { answer=substitutes reason="TorchSharp-cpu has no libtorch for Linux on $(uname -m)"; }
  elif ! grep -q 'error NU' <<<"$output"; then
    fail "the probe for the genuine packages failed: $(grep -m1 -E 'error|rror:' <<<"$output" || head -n1 <<<"$output")"
  elif grep -oE 'error NU[0-9]+' <<<"$output" | grep -qvE 'NU110[0-3]'; then
    fail "the package registry could not be reached ($(grep -oE -m1 'error NU[0-9]+: .*' <<<"$output" | cut -c7-160 | sed 's/\.$//')), so which packages to use is not known; connect and try again, or set LIMPID_PACKAGES=substitutes (or nuget)."
  else
    answer=substitutes
    reason="not in the registry: $(grep -oP 'Unable to find package \K\S+(?= with)|Unable to find package \K[^. ]\S*(?=\. )' <<<"$output" | sort -u | paste -sd ' ' | sed 's/ /, /g')"
  fi
  rm -rf "$folder"
  cat <<PROPS
<Project>
  <!-- Written by the set-up of ./limpid; delete this file to probe again. Asked for: $1. -->
  <PropertyGroup>
    <LimpidPackages>$answer</LimpidPackages>
    <LimpidPackagesReason>$reason</LimpidPackagesReason>
  </PropertyGroup>
</Project>
PROPS
}

# What the substitute for TorchSharp is compiled with and stands on.
native_libraries() {
  step native
  if ! command -v dpkg-query >/dev/null; then
    command -v g++ >/dev/null && [ -e /usr/include/torch/script.h ] ||
      fail "g++ and the development files of libtorch (torch/script.h) are missing; install them with this system's package manager."
    done_step 'g++, libtorch'
    return
  fi
  install_debian g++ libtorch-dev libopenblas0-pthread
  done_step "$(dpkg-query -W -f='${Package} ${Version}\n' libtorch-dev libopenblas0-pthread | paste -sd ',' | sed 's/,/, /')"
}

# What ./limpid bench compares with.
peers() {
  step peers
  install_debian python3-torch python3-sklearn python3-scipy python3-numpy libopenblas0-pthread
  done_step "$(dpkg-query -W -f='${Package} ${Version}\n' python3-torch python3-sklearn | paste -sd ',' | sed 's/,/, /')"
}

# What makes pictures of charts.
browser() {
  step browser
  if ! command -v chromium >/dev/null && ! command -v chromium-browser >/dev/null && ! command -v google-chrome >/dev/null; then
    install_debian chromium
  fi
  done_step chromium
}

# What makes pictures a quarter as large; without it they are stored as they are.
palette() {
  step pngquant
  command -v pngquant >/dev/null || ! command -v dpkg-query >/dev/null || install_debian pngquant
  done_step "$(command -v pngquant || echo 'missing: pictures stay large')"
}

# What shows the notebooks; the user's own wins.
jupyter_server() {
  step jupyter
  if ! command -v jupyter-lab >/dev/null && ! command -v jupyter-notebook >/dev/null; then
    install_debian jupyter-notebook
  fi
  done_step "$(command -v jupyter-lab || command -v jupyter-notebook)"
}

# The clients that the tests of the kernel use.
jupyter_packages() {
  step jupyter
  install_debian jupyter-notebook python3-nbconvert python3-jupyter-client
  done_step "$(dpkg-query -W -f='${Package} ${Version}\n' jupyter-notebook python3-nbconvert | paste -sd ',' | sed 's/,/, /')"
}

# install_debian PACKAGE...: through apt as root, otherwise the line to type.
install_debian() {
  local wanted log=$state/apt.log
  command -v dpkg-query >/dev/null || fail "missing here: $*; install them, or what they are called on this system, with its package manager."
  wanted=$(comm -23 <(printf '%s\n' "$@" | sort) \
    <({ dpkg-query -W -f='${db:Status-Status} ${Package}\n' "$@" 2>/dev/null || true; } | sed -n 's/^installed //p' | sort) | paste -sd ' ')
  [ -n "$wanted" ] || return 0
  [ "$(id -u)" = 0 ] || fail "missing Debian packages; install them with: sudo apt-get install -y --no-install-recommends $wanted"
  printf '%-10s installing %s\n' "$step_name" "$wanted" >&2
  # shellcheck disable=SC2086
  apt_install $wanted >"$log" 2>&1 || { apt-get update >"$log" 2>&1 {lock}>&- && apt_install $wanted >>"$log" 2>&1; } ||
    fail "could not install $wanted ($(grep -m1 -E '^(E|W|Err)' "$log" || tail -n1 "$log")); connect to the network and type: apt-get update && apt-get install -y --no-install-recommends $wanted"
}

apt_install() {
  DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=600 install -y --no-install-recommends "$@" {lock}>&-
}

# Charts are drawn by plotly.js; without it notebooks still run.
get_plotly() {
  step plotly.js
  if [ -s "$plotly" ]; then
    done_step "$plotly_version"
    return
  fi
  local folder
  if folder=$(npm_package plotly.js-dist-min $plotly_version $plotly_package 2>"$state/plotly.log"); then
    sync "$folder/plotly.min.js"
    mv -f "$folder/plotly.min.js" "$plotly"
    rm -rf "$folder"
    done_step "$plotly_version (downloaded)"
  else
    done_step 'missing'
    printf 'limpid: plotly.js is missing (%s); charts show their text until ./limpid finds it, with a network, at its next start.\n' \
      "$(cat "$state/plotly.log")" >&2
  fi
}

# What pages of the site draw formulas and set text with; without them they show TeX and the reader's own fonts.
site_parts() {
  site_part KaTeX katex katex $katex_version $katex_package
  site_part font source-serif @fontsource-variable/source-serif-4 $font_version $font_package
}

# site_part STEP FOLDER PACKAGE VERSION SHA256
site_part() {
  step "$1"
  local target=$root/artifacts/tools/$2 folder
  if [ "$(cat "$target/limpid-version" 2>/dev/null)" = "$4" ]; then
    done_step "$4"
  elif folder=$(npm_package "$3" "$4" "$5" 2>"$state/$2.log"); then
    printf '%s' "$4" >"$folder/limpid-version"
    rm -rf "$target"
    mv "$folder" "$target"
    done_step "$4 (downloaded)"
  else
    done_step "missing ($(cat "$state/$2.log"))"
  fi
}

# What the tests drive a browser with.
get_playwright() {
  step playwright
  local target=$root/artifacts/tools/playwright-core folder
  command -v node >/dev/null || install_debian nodejs
  if [ "$(cat "$target/limpid-version" 2>/dev/null)" != $playwright_version ]; then
    folder=$(npm_package playwright-core $playwright_version $playwright_package 2>"$state/playwright.log") ||
      fail "playwright-core is missing ($(cat "$state/playwright.log")); connect and try again."
    printf '%s' $playwright_version >"$folder/limpid-version"
    rm -rf "$target"
    mv "$folder" "$target"
  fi
  done_step "$playwright_version"
}

# npm_package NAME VERSION SHA256: downloads and checks a package; prints the folder with its content, for the caller to move.
npm_package() {
  local registry=https://registry.npmjs.org folder
  ! command -v npm >/dev/null || registry=$(npm config get registry 2>/dev/null) || registry=https://registry.npmjs.org
  local url=${registry%/}/$1/-/${1##*/}-$2.tgz
  folder=$(mktemp -d "$root/artifacts/tools/${1##*/}.XXXXXX")
  if ! download "$url" "$folder/package.tgz"; then
    echo "$url could not be read" >&2
  elif ! sha256sum --status -c <<<"$3  $folder/package.tgz"; then
    echo "$url has SHA-256 $(sha256sum "$folder/package.tgz" | cut -d' ' -f1), expected $3" >&2
  elif ! tar -xzf "$folder/package.tgz" -C "$folder" --strip-components=1; then
    echo "$url could not be unpacked" >&2
  else
    rm "$folder/package.tgz"
    echo "$folder"
    return
  fi
  rm -rf "$folder"
  return 1
}

download() {
  if command -v curl >/dev/null; then
    curl -fsSL --connect-timeout 4 --max-time 120 -o "$2" "$1" 2>/dev/null
  else
    wget -q -T 4 -t 1 -O "$2" "$1" 2>/dev/null
  fi
}

# build NAME PROJECT: only if sources changed since the last success.
build() {
  step build
  if fresh "$1"; then
    done_step "$2: nothing changed"
    return
  fi
  quietly "$1" "$dotnet" build "$root/$2" -c Release --nologo -v quiet
  mark "$1"
  done_step "$2"
}

# The compiler that runs cells, compiled to machine code: left to the runtime, that costs every first cell a second.
# Made beside the other steps; if it can't be, all works without.
start_images() {
  images_of=$(printf '%s ' "$sdk" && sha256sum <"$root/Directory.Packages.props")
  [ "$(cat "$images/of" 2>/dev/null)" = "$images_of" ] || {
    make_images >"$state/ahead.log" 2>&1 </dev/null {lock}>&- &
    images_job=$!
  }
}

# Nobody else ends a job in the background: Ctrl-C doesn't reach it.
stop_images() { [ -z "$images_job" ] || kill "$images_job" 2>/dev/null || :; }

make_images() {
  trap - ERR
  trap "" INT
  local folder=$images.$$
  rm -rf "$images".[0-9]* && mkdir -p "$folder/images"
  echo '<Project />' | tee "$folder/Directory.Build.props" >"$folder/Directory.Build.targets"
  cat >"$folder/ahead.csproj" <<'PROJECT'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <NuGetAudit>false</NuGetAudit>
    <CopyLocalLockFileAssemblies>true</CopyLocalLockFileAssemblies>
    <SatelliteResourceLanguages>en</SatelliteResourceLanguages>
  </PropertyGroup>
  <ItemGroup>
    <FrameworkReference Include="Microsoft.AspNetCore.App" />
    <PackageReference Include="Microsoft.CodeAnalysis.CSharp.Scripting" />
    <PackageReference Include="Microsoft.DotNet.Interactive.Formatting" />
    <PackageDownload Include="microsoft.netcore.app.crossgen2.$(NETCoreSdkPortableRuntimeIdentifier)" Version="[$(BundledNETCoreAppPackageVersion)]" />
  </ItemGroup>
  <Target Name="Images" DependsOnTargets="ResolveReferences">
    <PropertyGroup>
      <Crossgen>$(NuGetPackageRoot)microsoft.netcore.app.crossgen2.$(NETCoreSdkPortableRuntimeIdentifier)/$(BundledNETCoreAppPackageVersion)/tools/crossgen2</Crossgen>
      <Shared>$(NetCoreTargetingPackRoot)/../shared</Shared>
    </PropertyGroup>
    <ItemGroup>
      <Image Include="@(ReferenceCopyLocalPaths)" Condition="'%(Extension)' == '.dll'" />
      <Known Include="$(Shared)/Microsoft.NETCore.App/$(BundledNETCoreAppPackageVersion)/*.dll;$(Shared)/Microsoft.AspNetCore.App/$(BundledNETCoreAppPackageVersion)/*.dll;@(Image)" />
    </ItemGroup>
    <WriteLinesToFile File="known.rsp" Lines="-O;@(Known->'-r:%(FullPath)')" Overwrite="true" />
    <Exec Command="&quot;$(Crossgen)&quot; &quot;%(Image.FullPath)&quot; -o:&quot;images/%(Image.Filename).dll&quot; @known.rsp" />
  </Target>
</Project>
PROJECT
  local code=0 child
  "$dotnet" build "$folder/ahead.csproj" -t:Images --nologo -v quiet &
  child=$!
  trap 'kill "$child" 2>/dev/null' TERM
  wait "$child" || code=$?
  # A failure holds until the versions change; to be killed is no answer.
  [ $code -lt 128 ] || { rm -rf "$folder"; return 1; }
  [ $code = 0 ] || rm -f "$folder"/images/*
  printf '%s' "$images_of" >"$folder/images/of"
  rm -rf "$images" && mv -T "$folder/images" "$images"
  rm -rf "$folder"
}

use_images() {
  step compiler
  [ -z "$images_job" ] || wait "$images_job" || true
  images_job=
  local image folder
  if ! compgen -G "$images/*.dll" >/dev/null; then
    done_step "not compiled ahead ($state/ahead.log says why); first cells take longer"
    return
  fi
  for folder in Limpid.Notebooks Limpid.Cli; do
    for image in "$images"/*.dll; do
      put "$image" "$(dirname "$(program $folder)")/${image##*/}"
    done
  done
  done_step 'compiled ahead'
}

# A process that runs keeps the file it has open.
put() { cmp -s "$1" "$2" || { cp "$1" "$2.new" && mv -f "$2.new" "$2"; }; }

publish() {
  step publish
  if fresh publish && [ -f "$root/lib/publish/Limpid.dll" ]; then
    done_step 'lib/publish: nothing changed'
    return
  fi
  # Beside, then swapped: a running notebook keeps its files, and no file of the other package set stays.
  local beside=$root/artifacts/publish
  rm -rf "$beside"
  local native=()
  # The genuine TorchSharp puts its native files side by side only for a stated platform.
  [ "$packages" != nuget ] || native=(--use-current-runtime --no-self-contained)
  quietly publish "$dotnet" publish "$root/lib/Limpid/Limpid.csproj" -c Release --nologo -v quiet -o "$beside/new" "${native[@]}"
  [ ! -e "$root/lib/publish" ] || mv "$root/lib/publish" "$beside/old"
  mv "$beside/new" "$root/lib/publish"
  rm -rf "$beside"
  mark publish
  done_step 'lib/publish'
}

# The output of a tool is shown only when it fails.
quietly() {
  local log=$state/$1.log
  shift
  if ! (cd "$root" && "$@") >"$log" 2>&1 </dev/null {lock}>&-; then
    grep -E ': error ' "$log" | sort -u >&2 || cat "$log" >&2
    if grep -qE 'error NU1301' "$log"; then
      fail "the package registry could not be reached; connect and try again."
    fi
    fail "the step '$step_name' failed; its output is above and in $log."
  fi
}

# A stamp holds what the last success was made of: every source file with size and time, the SDK, the package set.
# Taken before the work, so that an edit during it is not lost.
fresh() {
  now=$(sources "$1")
  [ -d "$root/artifacts/build/$packages/bin" ] && [ "$(cat "$state/$packages-$1" 2>/dev/null)" = "$now" ]
}
mark() { printf '%s\n' "$now" >"$state/$packages-$1"; }
sources() {
  local folders=(lib)
  [ ! -d "$root/datasets" ] || folders+=(datasets)
  case $1 in tests | bench) folders+=(tests) ;; esac
  {
    cd "$root"
    printf '%s\n' "$packages" "$sdk"
    find "${folders[@]}" -path lib/publish -prune -o \( -name bin -o -name obj \) -prune -o -type f -printf '%p %s %T@\n'
    find . -maxdepth 1 -type f \( -name 'Directory.*' -o -name '*.slnx' -o -name '*.json' -o -iname 'nuget.config' -o -name .editorconfig \) -printf '%p %s %T@\n'
    find "$plotly" /usr/include/torch/script.h -printf '%p %s %T@\n' 2>/dev/null || true
  } | LC_ALL=C sort | sha256sum
}
