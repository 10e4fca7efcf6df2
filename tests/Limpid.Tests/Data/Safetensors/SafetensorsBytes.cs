using System.Buffers.Binary;
using System.Text;

namespace Limpid.Tests.Data.Safetensors;

/// <summary>Makes safetensors files whose every part a test can spoil.</summary>
internal static class SafetensorsBytes
{
    public static byte[] File(string header, byte[] data)
    {
        byte[] json = Encoding.UTF8.GetBytes(header), length = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, json.Length);
        return [.. length, .. json, .. data];
    }

    /// <summary>Float32 tensors one after the other.</summary>
    public static byte[] Floats(params (string Name, long[] Shape, float[] Values)[] tensors)
    {
        var data = new List<byte>();
        var parts = new List<string>();
        foreach (var (name, shape, values) in tensors)
        {
            parts.Add(FormattableString.Invariant($"\"{name}\":{{\"dtype\":\"F32\",\"shape\":[{string.Join(",", shape)}],\"data_offsets\":[{data.Count},{data.Count + 4 * values.Length}]}}"));
            data.AddRange(values.SelectMany(BitConverter.GetBytes));
        }
        return File("{" + string.Join(",", parts) + "}", [.. data]);
    }
}
