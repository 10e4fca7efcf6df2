// Loaded by the first cell of every notebook: #load "../setup.csx" (or "setup.csx"), then Notebook.Start();
// References are relative to this file. Only global usings reach the cells that come later.
#r "../lib/publish/Limpid.dll"
#r "../lib/publish/TorchSharp.dll"
#r "../lib/publish/Plotly.NET.dll"
#r "../lib/publish/Deedle.dll"
#r "../lib/publish/MathNet.Numerics.dll"

global using System.IO;
global using Limpid.Data;
global using Limpid.Display;
global using Limpid.Figures;
global using Limpid.Graphs;
global using Limpid.GraphSpectral;
global using Limpid.Reproduction;
global using TorchSharp;
global using static TorchSharp.torch;
global using F = TorchSharp.torch.nn.functional;
