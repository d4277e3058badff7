import HtmlPlugin from 'html-webpack-plugin';

export default {
  entry: './src/main.js',
  output: { filename: '[name].[contenthash].js', clean: true },
  performance: { hints: false },
  plugins: [new HtmlPlugin({ template: 'src/index.html' })],
};
