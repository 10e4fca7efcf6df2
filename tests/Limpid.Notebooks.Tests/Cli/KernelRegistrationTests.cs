using System.Text.Json.Nodes;
using Limpid.Cli;
using Limpid.Cli.Lab;
using Limpid.Notebooks.Jupyter;
using Limpid.Notebooks.Tests.Support;

namespace Limpid.Notebooks.Tests.Cli;

public sealed class KernelRegistrationTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_kernel_is_described_renewed_and_removed()
    {
        var registration = new KernelRegistration(_folder.Root);
        Assert.Null(registration.Remove());
        Assert.Equal(_folder["kernels/.net-csharp"], registration.Add());
        var spec = JsonNode.Parse(File.ReadAllText(_folder["kernels/.net-csharp/kernel.json"]))!;
        Assert.Equal(("C#", ".NET (C#)", "message"), (spec["language"]!.ToString(), spec["display_name"]!.ToString(), spec["interrupt_mode"]!.ToString()));
        var arguments = spec["argv"]!.AsArray().Select(argument => argument!.ToString()).ToArray();
        Assert.Equal(["exec", "kernel", "{connection_file}"], [arguments[1], .. arguments[3..]]);
        Assert.True(File.Exists(arguments[2]));
        registration.Add();
        Assert.Equal(_folder["kernels/.net-csharp"], registration.Remove());
        Assert.False(Directory.Exists(_folder["kernels/.net-csharp"]));
    }

    [Theory]
    [InlineData("""{"argv": ["dotnet", "interactive", "jupyter", "csharp", "{connection_file}"]}""")]
    [InlineData("no JSON")]
    public void Another_programs_kernel_is_left_alone(string content)
    {
        var file = _folder.Write("kernels/.net-csharp/kernel.json", content);
        var registration = new KernelRegistration(_folder.Root);
        Assert.Contains("the kernel of another program", Assert.Throws<UserErrorException>(registration.Add).Message, StringComparison.Ordinal);
        Assert.Throws<UserErrorException>(() => registration.Remove());
        Assert.Equal(content, File.ReadAllText(file));
        Assert.False(KernelSpec.IsOurs(_folder.Root));
    }
}
