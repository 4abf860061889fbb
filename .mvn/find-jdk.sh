# Sourced by mvnw and holdfast: sets JAVA_HOME to a JDK of the release that the build needs, or ends
# with exit code 2 and one line that says what is missing. Looked at, in this order: JAVA_HOME, the javac
# on the PATH, and the places where package managers and IDEs put JDKs.
holdfast_jdk=25

jdk_release() { # the feature release of the JDK in $1, or 0
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || { echo 0; return; }
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

find_jdk() {
  on_path=$(command -v javac 2>/dev/null || true)
  [ -n "$on_path" ] && on_path=$(dirname "$(dirname "$(readlink -f "$on_path" 2>/dev/null || echo "$on_path")")")
  for home in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* \
    "$HOME"/.jdks/* "$HOME"/.local/share/mise/installs/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    release=$(jdk_release "$home")
    if [ "${release:-0}" -ge "$holdfast_jdk" ]; then
      JAVA_HOME=$home
      export JAVA_HOME
      return
    fi
  done
  echo "holdfast: a JDK $holdfast_jdk or newer is missing (JAVA_HOME, PATH, /usr/lib/jvm and the usual folders were searched); install one or set JAVA_HOME" >&2
  exit 2
}

find_jdk
