using System.Text.Json.Nodes;
using Limpid.Notebooks.Tests.Support;

namespace Limpid.Notebooks.Tests.Jupyter;

/// <summary>What Jupyter's own client gets from the kernel.</summary>
public sealed class KernelTests : KernelTest
{
    [Fact]
    public async Task The_kernel_says_what_it_is()
    {
        var info = (await Client.AskAsync("kernel_info_request", [])).Content;
        Assert.Equal(("ok", "5.3", "limpid"), (info["status"]!.ToString(), info["protocol_version"]!.ToString(), info["implementation"]!.ToString()));
        Assert.Equal(("C#", "text/x-csharp"), (info["language_info"]!["name"]!.ToString(), info["language_info"]!["mimetype"]!.ToString()));
    }

    [Fact]
    public async Task A_cell_prints_shows_and_returns()
    {
        var answer = await Client.RunAsync("""Console.WriteLine("hé 😀"); var shown = display("one", "text/plain"); shown.Update("two"); Console.Error.Write("oh"); 6 * 7""");
        Assert.Equal(("ok", 1), (answer.Status, answer.Content["execution_count"]!.GetValue<int>()));
        Assert.Equal(["execute_input", "stream", "display_data", "update_display_data", "stream", "execute_result"], answer.Told.Select(message => message["type"]!.ToString()));
        Assert.Equal(("hé 😀\n", "oh"), (answer.Stdout, answer.Stderr));
        var (display, update) = (Assert.Single(answer.Of("display_data")), Assert.Single(answer.Of("update_display_data")));
        Assert.Equal(("one", "two"), (JupyterAnswer.Data(display), JupyterAnswer.Data(update)));
        Assert.Equal(display["transient"]!["display_id"]!.ToString(), update["transient"]!["display_id"]!.ToString());
        Assert.Contains("42", answer.Result, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_say_where_and_variables_survive()
    {
        Assert.Equal("ok", (await Client.RunAsync("var kept = 3;")).Status);
        var thrown = await Client.RunAsync("kept = 4;\nthrow new InvalidOperationException(\"bad\");");
        Assert.Equal(("error", "InvalidOperationException", "bad"), (thrown.Status, thrown.Content["ename"]!.ToString(), thrown.Content["evalue"]!.ToString()));
        Assert.Equal("cell 2, line 2: InvalidOperationException: bad", Assert.Single(thrown.Of("error"))["traceback"]![0]!.ToString());
        var refused = await Client.RunAsync("kept = ;");
        Assert.Equal(("error", "CompilationError"), (refused.Status, refused.Content["ename"]!.ToString()));
        Assert.StartsWith("cell 3, line 1: ", refused.Content["evalue"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal("4", (await Client.RunAsync("kept.ToString()")).Result);
    }

    [Fact]
    public async Task Silent_code_tells_nobody_and_takes_no_number()
    {
        var silent = await Client.AskAsync("execute_request", new JsonObject { ["code"] = "var x = 1; Console.Write(x); x", ["silent"] = true });
        Assert.Equal(("ok", 0, 0), (silent.Status, silent.Content["execution_count"]!.GetValue<int>(), silent.Told.Count));
        var unstored = await Client.AskAsync("execute_request", new JsonObject { ["code"] = "Console.Write(x)", ["store_history"] = false });
        Assert.Equal(("1", 0), (unstored.Stdout, unstored.Content["execution_count"]!.GetValue<int>()));
        Assert.Equal(1, (await Client.RunAsync("x + 1")).Content["execution_count"]!.GetValue<int>());
        var history = (await Client.AskAsync("history_request", new JsonObject { ["hist_access_type"] = "tail", ["n"] = 10, ["output"] = false, ["raw"] = true })).Content;
        Assert.Equal("""[[1,1,"x \u002B 1"]]""", history["history"]!.ToJsonString());
    }

    [Fact]
    public async Task Cells_sent_with_one_that_fails_are_not_run()
    {
        string[] ids = [await Client.BeginAsync("throw new Exception();"), await Client.BeginAsync("Console.Write(1);"), await Client.BeginAsync("Console.Write(2);")];
        var answers = new List<JupyterAnswer>();
        foreach (var id in ids) answers.Add(await Client.AnswerAsync(id));
        Assert.Equal(["error", "aborted", "aborted"], answers.Select(answer => answer.Status));
        Assert.Equal("3", (await Client.RunAsync("Console.Write(3);")).Stdout);
        var tolerant = await Client.SendAsync("execute_request", new JsonObject { ["code"] = "throw new Exception();", ["stop_on_error"] = false });
        var next = await Client.BeginAsync("Console.Write(4);");
        Assert.Equal("error", (await Client.AnswerAsync(tolerant)).Status);
        Assert.Equal("4", (await Client.AnswerAsync(next)).Stdout);
    }

    [Fact]
    public async Task A_cell_can_ask_for_a_line()
    {
        var id = await Client.BeginAsync("Console.Write(\"Name: \"); var name = Console.ReadLine(); Console.Write($\"Hello {name}\");");
        var question = await Client.SeeAsync(id, message => message["type"]!.ToString() == "input_request");
        Assert.False(question["content"]!["password"]!.GetValue<bool>());
        await Client.AnswerInputAsync("Ada 😀");
        // The question came on the stdin channel; it is no answer.
        Assert.Equal("input_request", (await Client.SeeAsync(id, message => message["channel"]!.ToString() == "stdin"))["type"]!.ToString());
        await Client.SeeAsync(id, "Hello Ada 😀");
        var refused = await Client.AskAsync("execute_request", new JsonObject { ["code"] = "Console.ReadLine()", ["allow_stdin"] = false });
        Assert.Equal(("error", "InvalidOperationException"), (refused.Status, refused.Content["ename"]!.ToString()));
        Assert.Contains("allow_stdin is false", refused.Content["evalue"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_requests_are_answered_or_let_pass()
    {
        Assert.Equal("{}", (await Client.AskAsync("comm_info_request", [])).Content["comms"]!.ToJsonString());
        var opened = await Client.SendAsync("comm_open", new JsonObject { ["comm_id"] = "c1", ["target_name"] = "nobody", ["data"] = new JsonObject() });
        Assert.Equal("c1", (await Client.SeeAsync(opened, message => message["type"]!.ToString() == "comm_close"))["content"]!["comm_id"]!.ToString());
        await Client.SendAsync("no_such_request", []);
        Assert.Equal("5", (await Client.RunAsync("Console.Write(5);")).Stdout);
    }

    [Fact]
    public async Task Frames_that_are_no_message_or_have_a_wrong_signature_are_dropped()
    {
        var header = """{"msg_id":"1","session":"s","username":"u","date":"2020-01-01T00:00:00Z","msg_type":"execute_request","version":"5.3"}"""u8.ToArray();
        var content = """{"code":"System.IO.File.WriteAllText(\"run\", \"\")"}"""u8.ToArray();
        var delimiter = "<IDS|MSG>"u8.ToArray();
        foreach (var channel in (string[])["shell", "control", "stdin"])
        {
            await Client.SendRawAsync(channel, Array.Empty<byte>());
            await Client.SendRawAsync(channel, delimiter);
            await Client.SendRawAsync(channel, delimiter, [], header, [], [], content);
            await Client.SendRawAsync(channel, delimiter, new byte[64], header, "{}"u8.ToArray(), "{}"u8.ToArray(), content);
        }
        Assert.Equal("6", (await Client.RunAsync("Console.Write(6);")).Stdout);
        Assert.False(File.Exists(Folder["run"]));
    }

    [Fact]
    public async Task A_restart_forgets_and_an_end_is_quick()
    {
        await Client.RunAsync("var gone = 1;");
        var before = Client.Kernel;
        await Client.RestartAsync();
        Assert.NotEqual(before, Client.Kernel);
        Assert.Equal("error", (await Client.RunAsync("gone")).Status);
        Assert.Equal(1, (await Client.RunAsync("gone")).Content["execution_count"]!.GetValue<int>() - 1);
        await Client.BeginAsync("Console.Write(\"on\"); while (true) { }");
        Assert.InRange(await Client.StopAsync(), 0, 5);
    }
}
