/** What package.json says of the tools for language models. */
import { inputSchema } from '../../src/core/answers/tool.js';
import { TOOLS } from '../../src/core/answers/tools.js';

export const languageModelTools = TOOLS.map((tool) => ({
  name: `calibrationTables_${tool.name}`,
  displayName: `%tool.calibrationTables_${tool.name}%`,
  // What a person writes after "#" in a chat.
  toolReferenceName: `calibration_${tool.name}`,
  canBeReferencedInPrompt: true,
  icon: '$(table)',
  tags: ['calibration', 'quantization'],
  userDescription: `%tool.calibrationTables_${tool.name}%`,
  modelDescription: tool.description,
  inputSchema: inputSchema(tool),
}));
