#r "../lib/publish/Limpid.dll"
#r "../lib/publish/TorchSharp.dll"
#r "../lib/publish/Plotly.NET.dll"
#r "../lib/publish/Deedle.dll"
#r "../lib/publish/MathNet.Numerics.dll"
global using System.IO;
global using Limpid.Data;
global using Limpid.Figures;
global using Limpid.Graphs;
global using Limpid.GraphSpectral;
global using Limpid.Reproduction;
global using TorchSharp;
