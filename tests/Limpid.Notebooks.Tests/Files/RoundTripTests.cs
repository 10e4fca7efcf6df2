using System.Text;
using System.Text.Json.Nodes;
using Limpid.Notebooks.Tests.Support;

namespace Limpid.Notebooks.Tests.Files;

public class RoundTripTests
{
    /// <summary>Everything a reader that rebuilds the file would change: escapes, numbers, order, unknown keys, white space, no final line end.</summary>
    private const string Odd = """
        {
          "nbformat_minor": 5,
          "zeta" : [ 1,2 , 3.10, 1e400, -0, 123456789012345678901234567890 ],
          "cells": [
            {"cell_type":"markdown","id":"m","metadata":{},"source":"caf\u00e9 \/ \ud83d\ude00 raw é 😀 <>&'","attachments":{"a":{"image/png":"AA=="}}},
            { "metadata": { "big": {"x": 1.0, "y": 1.00} , "tags": [] },
              "source": [ "1 +\n", " 1" ], "outputs": [ {"output_type":"stream","name":"stdout","text":"x"} ],
              "id": "c", "execution_count": 7, "cell_type": "code", "unknown": null }
          ],
          "metadata": { "kernelspec": {"name": ".net-csharp", "language": "C#", "display_name": ".NET (C#)"}, "big": 9007199254740993 },
          "nbformat": 4
        }
        """;

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    [Theory]
    [InlineData(Odd)]
    [InlineData(Odd + "\n")]
    [InlineData("\ufeff" + Odd)]
    [InlineData("{\"nbformat\":4,\"cells\":[],\"nbformat_minor\":5}")]
    [InlineData("{\"cells\": [], \"metadata\": {}, \"nbformat\": 4, \"nbformat_minor\": 2}\r\n\r\n")]
    public void An_untouched_notebook_keeps_its_bytes(string text) => Assert.Equal(Bytes(text), NotebookFile.Parse(Bytes(text)).ToBytes());

    [Fact]
    public void What_is_set_changes_and_nothing_else()
    {
        var file = NotebookFile.Parse(Bytes(Odd));
        var cell = file.Cells[1];
        cell.Outputs = [];
        cell.ExecutionCount = null;
        cell.SetMetadata("limpid", new JsonObject { ["status"] = "ran" });
        var text = Encoding.UTF8.GetString(file.ToBytes());
        var expected = Odd.Replace("[ {\"output_type\":\"stream\",\"name\":\"stdout\",\"text\":\"x\"} ]", "[]", StringComparison.Ordinal)
            .Replace("\"execution_count\": 7", "\"execution_count\": null", StringComparison.Ordinal);
        Assert.Equal(expected.Replace("\"tags\": []", "\"limpid\": {\"status\": \"ran\"}, \"tags\": []", StringComparison.Ordinal), text);
    }

    [Fact]
    public void Setting_what_is_there_already_changes_nothing()
    {
        var file = NotebookFile.Parse(Bytes(Odd));
        file.Cells[1].ExecutionCount = 7;
        file.Cells[1].Outputs = file.Cells[1].Outputs;
        file.SetMetadata("big", JsonNode.Parse("9007199254740993"));
        Assert.Equal(Odd, Encoding.UTF8.GetString(file.ToBytes()));
    }

    [Fact]
    public void Keys_that_are_missing_are_added_where_they_belong_by_name()
    {
        var file = NotebookFile.Parse(Bytes("{\n \"cells\": [\n  {\n   \"cell_type\": \"code\",\n   \"id\": \"a\",\n   \"source\": []\n  }\n ],\n \"nbformat\": 4,\n \"nbformat_minor\": 5\n}\n"));
        file.Cells[0].Outputs = [];
        file.Cells[0].ExecutionCount = 3;
        file.Cells[0].SetMetadata("k", 1);
        file.SetMetadata("m", "x");
        Assert.Equal(
            "{\n \"cells\": [\n  {\n   \"cell_type\": \"code\",\n   \"execution_count\": 3,\n   \"id\": \"a\",\n   \"metadata\": {\n    \"k\": 1\n   },\n"
            + "   \"outputs\": [],\n   \"source\": []\n  }\n ],\n \"metadata\": {\n  \"m\": \"x\"\n },\n \"nbformat\": 4,\n \"nbformat_minor\": 5\n}\n",
            Encoding.UTF8.GetString(file.ToBytes()));
    }

    [Fact]
    public void Rows_of_numbers_take_a_line_each()
    {
        var file = NotebookFile.Parse(Bytes("{\n \"cells\": [],\n \"metadata\": {},\n \"nbformat\": 4,\n \"nbformat_minor\": 5\n}\n"));
        file.SetMetadata("k", JsonNode.Parse("""{"z":[[1,2.5],[null,-3]],"names":["a"]}"""));
        Assert.Contains("\"z\": [\n    [1, 2.5],\n    [null, -3]\n   ],\n   \"names\": [\n    \"a\"\n   ]", Encoding.UTF8.GetString(file.ToBytes()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_minified_notebook_stays_on_one_line()
    {
        var file = NotebookFile.Parse(Bytes("{\"cells\":[{\"cell_type\":\"code\",\"metadata\":{},\"outputs\":[],\"source\":\"1\"}],\"nbformat\":4,\"nbformat_minor\":4}"));
        file.Cells[0].SetMetadata("k", new JsonArray(1, 2));
        Assert.Equal(
            "{\"cells\":[{\"cell_type\":\"code\",\"metadata\":{\"k\": [1, 2]},\"outputs\":[],\"source\":\"1\"}],\"nbformat\":4,\"nbformat_minor\":4}",
            Encoding.UTF8.GetString(file.ToBytes()));
    }

    [Fact]
    public void Any_text_survives_writing_and_reading()
    {
        var text = string.Concat(Enumerable.Range(0, 0xD800).Select(i => (char)i)) + "😀\u2028\uFFFF";
        var file = NotebookFile.Parse(TestNotebook.Of("1"));
        file.Cells[0].Source = text;
        Assert.Equal(text, NotebookFile.Parse(file.ToBytes()).Cells[0].Source);
    }

    [Fact]
    public void Text_that_is_no_valid_unicode_becomes_readable()
    {
        var file = NotebookFile.Parse(TestNotebook.Of("1"));
        file.Cells[0].Source = "a\ud800b\udc00";
        Assert.Equal("a\ufffdb\ufffd", NotebookFile.Parse(file.ToBytes()).Cells[0].Source);
    }

    [Fact]
    public void Cells_can_be_inserted_one_after_another()
    {
        var file = NotebookFile.Parse(TestNotebook.Of("1", "2"));
        var first = file.InsertCode(file.Cells[0], "a", "t");
        file.InsertCode(first, "b");
        var read = NotebookFile.Parse(file.ToBytes());
        Assert.Equal(["1", "a", "b", "2"], read.Cells.Select(cell => cell.Source));
        Assert.Equal(["t"], read.Cells[1].Tags);
        Assert.Equal(4, read.Cells.Select(cell => cell.Id).Distinct().Count());
    }

    [Fact]
    public void Reading_gives_what_the_file_says()
    {
        var file = NotebookFile.Parse(Bytes(Odd));
        Assert.Equal((CellKind.Markdown, "café / 😀 raw é 😀 <>&'"), (file.Cells[0].Kind, file.Cells[0].Source));
        Assert.Equal(("c", "1 +\n 1", 7), (file.Cells[1].Id, file.Cells[1].Source, file.Cells[1].ExecutionCount));
    }
}
