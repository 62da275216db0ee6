@echo off
rem Runs Maven: the one on the path, else the pinned one, downloaded once and checked. See mvnw.
setlocal
where mvn.cmd >nul 2>nul
if %errorlevel% equ 0 if "%MVNW_PINNED%"=="" (
  call mvn.cmd %*
  exit /b
)
set "MVNW_SETTINGS=%~dp0.mvn\wrapper\maven-wrapper.properties"
set "MVNW_HOME="
for /f "usebackq delims=" %%h in (`powershell -NoProfile -ExecutionPolicy Bypass -Command ^
  "$ErrorActionPreference = 'Stop'; $ProgressPreference = 'SilentlyContinue';" ^
  "$s = ConvertFrom-StringData (Get-Content -Raw $env:MVNW_SETTINGS);" ^
  "$url = $s.distributionUrl; $sum = $s.distributionSha256Sum; $zip = ($url -split '/')[-1]; $name = $zip -replace '-bin.zip$', '';" ^
  "$base = if ($env:MAVEN_USER_HOME) { $env:MAVEN_USER_HOME } else { Join-Path $HOME '.m2' };" ^
  "$parent = Join-Path $base ('wrapper\dists\' + $name); $target = Join-Path $parent $sum;" ^
  "if (-not (Test-Path (Join-Path $target 'bin\mvn.cmd'))) {" ^
  "  $work = Join-Path $parent ([guid]::NewGuid()); New-Item -ItemType Directory -Force $work | Out-Null;" ^
  "  if ($env:MVNW_DISTRIBUTION_URL) { $url = $env:MVNW_DISTRIBUTION_URL };" ^
  "  (New-Object Net.WebClient).DownloadFile($url, (Join-Path $work $zip));" ^
  "  if ((Get-FileHash -Algorithm SHA256 (Join-Path $work $zip)).Hash -ne $sum) { throw 'the checksum of Maven is wrong: not used' };" ^
  "  Expand-Archive (Join-Path $work $zip) $work; Move-Item (Join-Path $work $name) $target; Remove-Item -Recurse $work };" ^
  "Write-Output $target"`) do set "MVNW_HOME=%%h"
if "%MVNW_HOME%"=="" (
  echo mvnw: Maven could not be had 1>&2
  exit /b 1
)
call "%MVNW_HOME%\bin\mvn.cmd" %*
exit /b
