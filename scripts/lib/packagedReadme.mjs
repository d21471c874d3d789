const image = /!\[[^\]]*\]\((?!https:)[^)]*\)/;
const link = /\[([^\]]*)\]\((?!https:|#)[^)]*\)/g;

/**
 * The README as the package carries it. VS Code's own page of an extension shows no picture and follows no link that is relative, and
 * without a public address there is nothing to make them absolute with: such pictures go, and of such links the text stays.
 */
export function packagedReadme(readme) {
  const blocks = readme.split(/\n{2,}/).filter((block) => !new RegExp(`^${image.source}$`).test(block.trim()));
  return `${blocks.join('\n\n').replace(new RegExp(image.source, 'g'), '').replace(link, '$1').trimEnd()}\n`;
}
