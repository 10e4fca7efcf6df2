using System.Text;
using Limpid.Notebooks.Jupyter.Messages;
using Limpid.Notebooks.Tests.Support;

namespace Limpid.Notebooks.Tests.Jupyter.Messages;

public sealed class ConnectionFileTests
{
    private const string Good = """
        {"shell_port": 1, "iopub_port": 2, "stdin_port": 3, "control_port": 4, "hb_port": 5, "ip": "127.0.0.1", "key": "secret-key",
         "transport": "tcp", "signature_scheme": "hmac-sha256", "kernel_name": ".net-csharp"}
        """;

    [Fact]
    public void A_file_of_Jupyter_is_read()
    {
        var file = ConnectionFile.Parse(Good);
        Assert.Equal((1, 2, 3, 4, 5), (file.Shell, file.IoPub, file.Stdin, file.Control, file.Heartbeat));
        Assert.Equal("secret-key", Encoding.UTF8.GetString(file.Key));
    }

    [Theory]
    [InlineData("\"tcp\"", "\"ipc\"", "the connection file asks for the transport 'ipc'; expected 'tcp'")]
    [InlineData("127.0.0.1", "0.0.0.0", "the connection file asks for the address '0.0.0.0'; only this machine's own (127.0.0.1) is served")]
    [InlineData("hmac-sha256", "hmac-md5", "the connection file asks for the signature scheme 'hmac-md5'; expected 'hmac-sha256'")]
    [InlineData("secret-key", "", "the connection file has no key, so anyone on this machine could run code; expected one")]
    [InlineData("\"hb_port\": 5", "\"hb_port\": 70000", "the connection file has no port 'hb_port' between 1 and 65535")]
    [InlineData("\"shell_port\": 1,", "", "the connection file has no port 'shell_port' between 1 and 65535")]
    [InlineData("{", "[", "the connection file is no JSON object")]
    public void What_is_not_served_is_refused_in_a_sentence_without_the_key(string from, string to, string sentence)
    {
        var refused = Assert.Throws<ConnectionFileException>(() => ConnectionFile.Parse(Good.Replace(from, to, StringComparison.Ordinal)));
        Assert.Equal(sentence, refused.Message);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        using var folder = new TestFolder();
        Assert.Contains(folder["none.json"], Assert.Throws<ConnectionFileException>(() => ConnectionFile.Load(folder["none.json"])).Message, StringComparison.Ordinal);
    }
}
