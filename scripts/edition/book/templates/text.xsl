<!-- Divides the body of a chapter into what plain_text.py sets in lines.

`line` begins with `first`, and its further lines with `rest`; `rows` has lines that no blank line
divides; `heading` is underlined with `under`; `pre` stays as it is; `item` has a bullet before its
first block; `flow` has blocks and text between them.

In mode `flow` an element becomes one of these; without a mode, a piece of a line. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:template match="/"><flow><xsl:apply-templates select="*/node()" mode="flow"/></flow></xsl:template>

  <!-- Blocks. What is none is a piece of a line. -->
  <xsl:template match="*" mode="flow"><xsl:apply-templates select="."/></xsl:template>
  <xsl:template match="section | div | blockquote | figure | figcaption | details | li | dd" mode="flow">
    <flow><xsl:apply-templates mode="flow"/></flow>
  </xsl:template>
  <xsl:template match="p" mode="flow">
    <line>
      <xsl:if test="@data-number"><xsl:attribute name="first">¶<xsl:value-of select="@data-number"/><xsl:text> </xsl:text></xsl:attribute></xsl:if>
      <xsl:call-template name="words"/>
    </line>
  </xsl:template>
  <xsl:template match="aside" mode="flow">
    <line first="[{@id}] " rest="    "><xsl:call-template name="words"/></line>
  </xsl:template>
  <xsl:template match="h2" mode="flow"><heading under="~"><xsl:call-template name="words"/></heading></xsl:template>
  <xsl:template match="h3 | h4 | h5 | h6" mode="flow"><heading under="."><xsl:call-template name="words"/></heading></xsl:template>
  <xsl:template match="pre" mode="flow"><pre><xsl:value-of select="."/></pre></xsl:template>
  <xsl:template match="ul[@class = 'works']" mode="flow" priority="1">
    <flow><xsl:for-each select="li"><line rest="    "><xsl:call-template name="words"/></line></xsl:for-each></flow>
  </xsl:template>
  <xsl:template match="ul" mode="flow">
    <flow><xsl:for-each select="li"><item bullet="- "><xsl:apply-templates mode="flow"/></item></xsl:for-each></flow>
  </xsl:template>
  <xsl:template match="ol" mode="flow">
    <flow><xsl:for-each select="li"><item bullet="{position()}. "><xsl:apply-templates mode="flow"/></item></xsl:for-each></flow>
  </xsl:template>
  <!-- Several terms may share one explanation, and the last may have none. -->
  <xsl:key name="terms" match="dt" use="generate-id(following-sibling::dd[1])"/>
  <xsl:template match="dl" mode="flow">
    <flow>
      <xsl:for-each select=".//dd | .//*[last()][self::dt]"><line rest="    ">
        <xsl:variable name="terms" select="key('terms', generate-id(self::dd))[count(.. | current()/..) = 1]"/>
        <xsl:for-each select="$terms">
          <xsl:if test="position() > 1">; </xsl:if><xsl:call-template name="words"/>
        </xsl:for-each>
        <xsl:if test="self::dd">
          <xsl:if test="$terms">. </xsl:if><xsl:call-template name="words"/>
        </xsl:if>
      </line></xsl:for-each>
    </flow>
  </xsl:template>
  <xsl:template match="table" mode="flow">
    <flow>
      <xsl:for-each select="caption"><line><xsl:call-template name="words"/></line></xsl:for-each>
      <rows><xsl:for-each select=".//tr"><line rest="    "><xsl:for-each select="th | td">
        <xsl:if test="position() > 1"> | </xsl:if><xsl:call-template name="words"/>
      </xsl:for-each></line></xsl:for-each></rows>
    </flow>
  </xsl:template>

  <!-- The words of an element on one line. -->
  <xsl:template name="words">
    <xsl:variable name="content"><xsl:apply-templates/></xsl:variable>
    <xsl:value-of select="normalize-space($content)"/>
  </xsl:template>

  <!-- Pieces of a line. -->
  <xsl:template match="*[@class = 'backlink']" priority="1"/>
  <!-- The mark after words from right to left keeps a number or a full stop on its side. -->
  <xsl:template match="*[@dir = 'rtl']" priority="9"><xsl:apply-templates/>&#x200e;</xsl:template>
  <xsl:template match="*[@class = 'footnote-ref']" priority="8">[footnote <xsl:apply-templates/>]</xsl:template>
  <xsl:template match="*[@class = 'noteref']" priority="7">[<xsl:value-of select="substring(@href, 2)"/>]</xsl:template>
  <!-- A raised number keeps its distance to the one before: `2^10`. -->
  <xsl:template match="sup">
    <xsl:variable name="content"><xsl:apply-templates/></xsl:variable>
    <xsl:variable name="digits" select="translate(translate($content, '+−-', ''), '123456789', '000000000')"/>
    <xsl:if test="starts-with($digits, '0')">^</xsl:if>
    <xsl:value-of select="$content"/>
  </xsl:template>
  <xsl:template match="br"><xsl:text> </xsl:text></xsl:template>
  <xsl:template match="img">
    <xsl:text>[Picture</xsl:text>
    <xsl:if test="not(../figcaption) and normalize-space(@alt)">: <xsl:value-of select="normalize-space(@alt)"/></xsl:if>
    <xsl:text>]</xsl:text>
  </xsl:template>
  <xsl:template match="q">“<xsl:apply-templates/>”</xsl:template>
  <xsl:template match="*[@href != ''][not(starts-with(@href, '#'))]">
    <xsl:variable name="content"><xsl:apply-templates/></xsl:variable>
    <xsl:value-of select="$content"/>
    <xsl:if test="normalize-space($content) != normalize-space(@href)"> &lt;<xsl:value-of select="@href"/>&gt;</xsl:if>
  </xsl:template>
</xsl:stylesheet>
