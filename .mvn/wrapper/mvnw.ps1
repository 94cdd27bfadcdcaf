# Runs Maven with a JDK that is new enough, fetching Maven itself the first time.
$ErrorActionPreference = 'Stop'
$needed = 25
$root = Resolve-Path (Join-Path $PSScriptRoot '..\..')

$candidates = @($env:JAVA_HOME)
$onPath = Get-Command javac -ErrorAction SilentlyContinue
if ($onPath) { $candidates += Split-Path (Split-Path $onPath.Source) }
foreach ($place in "$env:ProgramFiles\Eclipse Adoptium", "$env:ProgramFiles\Java", "$env:ProgramFiles\Microsoft", "$env:USERPROFILE\.jdks", "$env:USERPROFILE\.sdkman\candidates\java") {
    if (Test-Path $place) { $candidates += (Get-ChildItem $place -Directory).FullName }
}
$jdk = $null
foreach ($candidate in $candidates) {
    if (-not $candidate) { continue }
    $javac = Join-Path $candidate 'bin\javac.exe'
    if (-not (Test-Path $javac)) { continue }
    if ((& $javac -version 2>&1 | Out-String) -match 'javac (\d+)' -and [int]$Matches[1] -ge $needed) { $jdk = $candidate; break }
}
if (-not $jdk) {
    Write-Error "Caravanserai needs a JDK $needed or newer and found none: install one (https://adoptium.net) or set JAVA_HOME to it."
    exit 1
}
$env:JAVA_HOME = $jdk

$settings = @{}
Get-Content (Join-Path $PSScriptRoot 'maven-wrapper.properties') | ForEach-Object { $key, $value = $_ -split '=', 2; $settings[$key] = $value }
$name = (Split-Path $settings.distributionUrl -Leaf) -replace '-bin\.tar\.gz$', ''
$mavenHome = Join-Path $env:USERPROFILE ".m2\wrapper\caravanserai\$name"
if (-not (Test-Path "$mavenHome\bin\mvn.cmd")) {
    $work = Join-Path ([IO.Path]::GetTempPath()) ([Guid]::NewGuid())
    New-Item -ItemType Directory $work | Out-Null
    Invoke-WebRequest $settings.distributionUrl -OutFile "$work\maven.tar.gz" -UseBasicParsing
    if ((Get-FileHash "$work\maven.tar.gz" -Algorithm SHA512).Hash -ne $settings.distributionSha512) {
        Write-Error 'The Maven archive does not have the expected checksum; nothing was installed.'
        exit 1
    }
    tar -xzf "$work\maven.tar.gz" -C $work
    New-Item -ItemType Directory (Split-Path $mavenHome) -Force | Out-Null
    Move-Item "$work\$name" $mavenHome
    Remove-Item $work -Recurse -Force
}
Set-Location $root
& "$mavenHome\bin\mvn.cmd" @args
exit $LASTEXITCODE
