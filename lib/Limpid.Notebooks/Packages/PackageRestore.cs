using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Limpid.Notebooks.Packages;

/// <summary>Restores packages with <c>dotnet restore</c> on a generated project. A set that was restored once is not restored again.</summary>
internal static partial class PackageRestore
{
    public static RestoredPackages Restore(IReadOnlyDictionary<string, string> packages, CancellationToken cancellation)
    {
        var folder = Folder(packages);
        if (PackageAssets.TryRead(folder) is { } cached) return cached;
        Directory.CreateDirectory(folder);
        WriteProject(folder, packages);
        var (code, output) = Run(folder, cancellation);
        if (code != 0) throw new PackageException(Reason(output));
        return PackageAssets.TryRead(folder) ?? throw new PackageException("the restore left no complete list of files");
    }

    private static string Folder(IReadOnlyDictionary<string, string> packages)
    {
        var key = string.Join('\n', packages.Select(p => $"{p.Key.ToLowerInvariant()} {p.Value}").Append(RuntimeInformation.RuntimeIdentifier));
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..16];
        return Path.Combine(Cache(), "packages", hash);
    }

    private static string Cache()
    {
        if (Environment.GetEnvironmentVariable("LIMPID_CACHE") is { Length: > 0 } chosen) return Path.GetFullPath(chosen);
        var user = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return Path.Combine(user.Length > 0 ? user : Path.GetTempPath(), "limpid");
    }

    private static void WriteProject(string folder, IReadOnlyDictionary<string, string> packages)
    {
        var items = string.Concat(packages.Select(p =>
            $"    <PackageReference Include=\"{SecurityElement.Escape(p.Key)}\" Version=\"[{SecurityElement.Escape(p.Value)}]\" />\n"));
        File.WriteAllText(Path.Combine(folder, "packages.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net{Environment.Version.Major}.0</TargetFramework>
                <RuntimeIdentifier>{RuntimeInformation.RuntimeIdentifier}</RuntimeIdentifier>
                <SelfContained>false</SelfContained>
                <UseAppHost>false</UseAppHost>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
              <ItemGroup>
                <FrameworkReference Include="Microsoft.AspNetCore.App" />
            {items}  </ItemGroup>
            </Project>
            """);
        // Whatever stands in the folders above must not change what a notebook gets.
        foreach (var name in (string[])["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"])
            File.WriteAllText(Path.Combine(folder, name), "<Project />\n");
    }

    private static (int Code, string Output) Run(string folder, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("dotnet", ["restore", "packages.csproj", "--nologo", "--verbosity", "quiet"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            using var stop = cancellation.Register(() => process.Kill(entireProcessTree: true));
            var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            cancellation.ThrowIfCancellationRequested();
            return (process.ExitCode, output + error.Result);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new PackageException($"the dotnet command did not start ({e.Message})");
        }
    }

    private static string Reason(string output)
    {
        var match = Error().Match(output);
        return match.Success ? match.Groups[1].Value.Trim().TrimEnd('.') : "dotnet restore failed";
    }

    [GeneratedRegex(@"error (NU\d+: .*?)(?: \[[^\]]*\])?\r?$", RegexOptions.Multiline)]
    private static partial Regex Error();
}
